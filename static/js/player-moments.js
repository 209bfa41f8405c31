/* Links to a moment: "#t=12:05" in the address bar or in the page brings the player there. */
const player = document.querySelector("[data-player]");
const momentOf = (hash) => {
  const found = /^#t=(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/.exec(decodeURIComponent(hash)) ?? /^#t=()()(\d{1,6})$/.exec(hash);
  if (!found) return null;
  const [hours, minutes, seconds] = found.slice(1).map((part) => Number(part || 0));
  return hours * 3600 + minutes * 60 + seconds;
};
if (player) {
  const audio = player.querySelector("[data-player-audio]");
  const goTo = (seconds) => {
    audio.currentTime = seconds;
    player.dispatchEvent(new CustomEvent("player:shown"));
  };
  const fromAddress = () => {
    const moment = momentOf(location.hash);
    if (moment === null) return;
    goTo(moment);
    player.scrollIntoView({ block: "center" });
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#t=']");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    history.replaceState(null, "", link.hash);
    goTo(momentOf(link.hash) ?? 0);
    audio.play().catch(() => {});
  });
  addEventListener("hashchange", fromAddress);
  fromAddress();
}
