/* The gift that shows itself once, to who has read well over half, and only while nothing else asks attention.
   Away is away: what was dismissed or had to make room does not come back on this page. */
const slideIn = document.querySelector("[data-slide-in]");
const prose = document.querySelector(".prose");
if (slideIn && prose) {
  const fields = "input:is([type=text], [type=email], [type=url], [type=search]), textarea";
  let cameFrom = null;
  let waiting = false;
  let gone = false;
  const onScreen = (element) => {
    const box = element.getBoundingClientRect();
    return box.height > 0 && box.bottom > 0 && box.top < innerHeight;
  };
  const isReading = () => {
    const { top, bottom, height } = prose.getBoundingClientRect();
    const line = innerHeight / 2;
    return bottom > line && (line - top) / height >= 0.6;
  };
  const isWriting = () => document.activeElement?.matches(fields)
    || [...document.querySelectorAll(fields)].some((field) => field.value && !slideIn.contains(field));
  const isInUse = () => slideIn.contains(document.activeElement)
    || [...slideIn.querySelectorAll(fields)].some((field) => field.value);
  const otherCardOnScreen = () =>
    [...document.querySelectorAll("[data-gift]")].some((card) => !slideIn.contains(card) && onScreen(card));

  const look = () => {
    waiting = false;
    if (gone) return;
    if (slideIn.hidden) {
      if (isReading() && !isWriting() && !otherCardOnScreen()) slideIn.hidden = false;
    } else if (otherCardOnScreen() && !isInUse()) leave();
  };
  const soon = () => {
    if (!waiting) requestAnimationFrame(look);
    waiting = true;
  };
  const leave = () => {
    const hadFocus = slideIn.contains(document.activeElement);
    slideIn.hidden = gone = true;
    removeEventListener("scroll", soon);
    document.removeEventListener("keydown", onKey);
    if (hadFocus) cameFrom?.focus({ preventScroll: true });
  };
  const onKey = (event) => {
    if (event.key === "Escape" && !slideIn.hidden) leave();
  };

  addEventListener("scroll", soon, { passive: true });
  document.addEventListener("keydown", onKey);
  document.addEventListener("focusin", ({ target }) => {
    if (slideIn.contains(target)) return;
    cameFrom = target;
    if (!slideIn.hidden && target.matches(fields) && !isInUse()) leave();
  });
  slideIn.querySelector("[data-slide-in-close]").addEventListener("click", leave);
  look();
}
