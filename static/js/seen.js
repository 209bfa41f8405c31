/* Which gifts were seen, half of the card for a second: told to the server as numbers, with nothing about who
   (docs/decisions/0012). Each card once a page view, several in one post. */
const gifts = document.querySelectorAll("[data-gift]");
if (gifts.length) {
  const seen = [];
  const timers = new Map();
  let sending;
  const send = () => {
    clearTimeout(sending);
    if (!seen.length) return;
    navigator.sendBeacon(gifts[0].dataset.seenAt, new URLSearchParams(seen.splice(0).map((sight) => ["gezien", sight])));
  };
  const count = (card) => {
    observer.unobserve(card);
    seen.push(card.dataset.gift);
    clearTimeout(sending);
    sending = setTimeout(send, 3000);
  };
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting, intersectionRatio, intersectionRect, rootBounds } of entries) {
      clearTimeout(timers.get(target));
      /* A card taller than the screen never shows half of itself: filling half of the screen will do.
         For a card that is not displayed Chromium gives a screen without height. */
      const fills = isIntersecting && rootBounds && intersectionRect.height >= rootBounds.height / 2;
      if (intersectionRatio >= 0.5 || fills) timers.set(target, setTimeout(count, 1000, target));
    }
  }, { threshold: [0, 0.1, 0.2, 0.3, 0.4, 0.5] });
  gifts.forEach((card) => observer.observe(card));
  /* Not only when the page goes: phones end a page in the background without a word. */
  document.addEventListener("visibilitychange", () => { if (document.hidden) send(); });
  addEventListener("pagehide", send);
}
