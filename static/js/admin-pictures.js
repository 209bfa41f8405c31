// In the admin: shows how far pictures are, for as long as sizes are being made.

const EVERY = 1000;

async function refresh(list) {
  const answer = await fetch(list.dataset.pictures, { headers: { "X-Requested-With": "XMLHttpRequest" } });
  if (!answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-pictures]");
  if (!fresh) return;
  list.replaceWith(fresh);
  watch(fresh);
}

function watch(list) {
  if (!("picturesGoingOn" in list.dataset)) return;
  setTimeout(() => refresh(list).catch(() => watch(list)), EVERY);
}

document.querySelectorAll("[data-pictures]").forEach(watch);
