/* Buttons, slider, speed and the link to a moment. What was heard is remembered by the page alone: nothing is kept. */
const player = document.querySelector("[data-player]");
const find = (name) => player.querySelector(`[data-player-${name}]`);
const clock = (seconds) => {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 60) % 60, whole % 60];
  const hours = Math.floor(whole / 3600);
  const [minute, second] = parts;
  const tail = String(second).padStart(2, "0");
  return hours ? `${hours}:${String(minute).padStart(2, "0")}:${tail}` : `${minute}:${tail}`;
};
if (player) {
  const audio = find("audio");
  const [play, seek, speed, share, status] = ["play", "seek", "speed", "share", "status"].map(find);
  const length = () => (Number.isFinite(audio.duration) ? audio.duration : Number(player.dataset.duration));
  const go = (seconds) => { audio.currentTime = Math.min(Math.max(seconds, 0), Math.max(length() - 0.5, 0) || seconds); };
  let dragging = false;

  const show = () => {
    const now = dragging ? Number(seek.value) : audio.currentTime;
    seek.max = Math.floor(length());
    if (!dragging) seek.value = Math.floor(now);
    seek.setAttribute("aria-valuetext", `${clock(now)} van ${clock(length())}`);
    seek.style.setProperty("--heard", `${length() ? (now / length()) * 100 : 0}%`);
    find("now").textContent = clock(now);
    find("total").textContent = clock(length());
    if (!share.dataset.said) share.textContent = `Deel vanaf ${clock(now)}`;
  };
  const showState = () => {
    play.setAttribute("aria-label", audio.paused ? "Afspelen" : "Pauzeren");
    player.toggleAttribute("data-playing", !audio.paused);
  };
  const toggle = () => { if (audio.paused) audio.play().catch(() => {}); else audio.pause(); };

  audio.controls = false;
  audio.removeAttribute("controls");
  find("panel").hidden = false;
  find("tools").hidden = false;
  share.hidden = !navigator.clipboard;
  play.addEventListener("click", toggle);
  for (const button of player.querySelectorAll("[data-player-skip]")) {
    button.addEventListener("click", () => go(audio.currentTime + Number(button.dataset.playerSkip)));
  }
  seek.addEventListener("input", () => { dragging = true; show(); });
  seek.addEventListener("change", () => { dragging = false; go(Number(seek.value)); show(); });
  speed.addEventListener("change", () => { audio.playbackRate = Number(speed.value); });
  share.addEventListener("click", async () => {
    const link = `${location.origin}${location.pathname}#t=${clock(audio.currentTime)}`;
    share.dataset.said = "true";
    try {
      await navigator.clipboard.writeText(link);
      share.textContent = "Link gekopieerd";
      status.textContent = `Gekopieerd: een link die begint op ${clock(audio.currentTime)}.`;
    } catch {
      share.textContent = "Lukte niet";
      status.textContent = `Kopiëren lukte niet. Dit is de link: ${link}`;
    }
    setTimeout(() => { delete share.dataset.said; show(); }, 2500);
  });
  player.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.matches("select")) return;
    const step = { ArrowLeft: -5, ArrowRight: 5 }[event.key];
    if (step) {
      event.preventDefault();
      go(audio.currentTime + step);
    } else if (event.key === " " && !event.target.matches("button, a")) {
      event.preventDefault();
      toggle();
    }
  });
  for (const name of ["timeupdate", "seeking", "seeked", "durationchange", "loadedmetadata"]) audio.addEventListener(name, show);
  for (const name of ["play", "pause", "ended"]) audio.addEventListener(name, showState);
  audio.addEventListener("playing", () => { status.textContent = ""; audio.playbackRate = Number(speed.value); });
  audio.addEventListener("error", () => {
    status.textContent = "Het geluid laadt niet. Is er verbinding? Downloaden kan misschien nog wel.";
  });
  player.addEventListener("player:shown", show);
  show();
}
