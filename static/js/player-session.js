/* What a telephone shows on its lock screen, and the keys of a headphone. */
const player = document.querySelector("[data-player]");
if (player && "mediaSession" in navigator) {
  const audio = player.querySelector("[data-player-audio]");
  const cover = document.querySelector(".episode-head__cover");
  const starts = [...document.querySelectorAll("[data-player-at]")].map((link) => Number(link.dataset.playerAt));
  const session = navigator.mediaSession;
  const on = (action, handler) => {
    try { session.setActionHandler(action, handler); } catch { /* This browser has no such key. */ }
  };
  const move = (seconds) => { audio.currentTime = Math.max(0, audio.currentTime + seconds); };
  audio.addEventListener("play", () => {
    session.metadata = new MediaMetadata({
      title: player.dataset.title,
      artist: document.querySelector('meta[property="og:site_name"]')?.content ?? location.hostname,
      artwork: cover?.currentSrc ? [{ src: cover.currentSrc }] : [],
    });
  });
  on("play", () => audio.play());
  on("pause", () => audio.pause());
  on("seekbackward", (details) => move(-(details.seekOffset ?? 15)));
  on("seekforward", (details) => move(details.seekOffset ?? 30));
  on("seekto", (details) => { audio.currentTime = details.seekTime; });
  if (starts.length) {
    on("previoustrack", () => { audio.currentTime = starts.findLast((start) => start < audio.currentTime - 3) ?? 0; });
    on("nexttrack", () => { audio.currentTime = starts.find((start) => start > audio.currentTime) ?? audio.currentTime; });
  }
}
