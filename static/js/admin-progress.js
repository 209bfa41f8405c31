// In the admin: shows how far something is that is done in the background, for as long as it goes on.

const EVERY = 1000;

async function refresh(part) {
  const answer = await fetch(part.dataset.progress, { headers: { "X-Requested-With": "XMLHttpRequest" } });
  if (!answer.ok || answer.redirected) return;
  const now = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (now.querySelector("[data-progress-ended]")) {
    // The whole page tells what came of it.
    location.reload();
    return;
  }
  const fresh = now.querySelector("[data-progress]");
  if (!fresh) return;
  part.replaceWith(fresh);
  watch(fresh);
}

function watch(part) {
  if (!("progressGoingOn" in part.dataset)) return;
  setTimeout(() => refresh(part).catch(() => watch(part)), EVERY);
}

document.querySelectorAll("[data-progress]").forEach(watch);
