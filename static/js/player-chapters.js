/* Marks the chapter that is heard, in the list and in the player. */
const player = document.querySelector("[data-player]");
const links = [...document.querySelectorAll("[data-player-at]")];
if (player && links.length) {
  const audio = player.querySelector("[data-player-audio]");
  const name = player.querySelector("[data-player-chapter]");
  const mark = () => {
    const current = links.findLast((link) => Number(link.dataset.playerAt) <= audio.currentTime + 0.25);
    for (const link of links) {
      if (link === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    name.textContent = current?.querySelector(".chapters__name").textContent ?? "";
  };
  for (const event of ["timeupdate", "seeking", "seeked"]) audio.addEventListener(event, mark);
  player.addEventListener("player:shown", mark);
  mark();
}
