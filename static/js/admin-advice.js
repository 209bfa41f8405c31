// In the editor's side panel: asks what can be said about the form as it stands, while one writes.
// Looks once a second, and only while the panel is open. Draftail and choosers change hidden inputs without telling,
// so the form is read rather than listened to; it is sent when it has been the same for a whole second.

const EVERY = 1000;

function written(form) {
  const data = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && name !== "csrfmiddlewaretoken") data.append(name, value);
  }
  data.append("advice-for", new URL(form.action).pathname);
  return data.toString();
}

function watch(panel, form) {
  const summary = panel.querySelector("[data-advice-summary]");
  const list = panel.querySelector("[data-advice-list]");
  let seen = "";
  let sent = "";
  let request = null;

  function look() {
    if (document.hidden || panel.closest("[hidden]")) return;
    const now = written(form);
    const quiet = now === seen || !sent;
    seen = now;
    if (!quiet || now === sent) return;
    ask(now);
  }

  async function ask(body) {
    sent = body;
    request?.abort();
    request = new AbortController();
    try {
      const answer = await fetch(panel.dataset.advice, {
        method: "POST",
        body,
        headers: {
          "Content-Type": "application/x-www-form-urlencoded",
          "X-CSRFToken": form.querySelector("[name=csrfmiddlewaretoken]").value,
          "X-Requested-With": "XMLHttpRequest",
        },
        signal: request.signal,
      });
      if (!answer.ok || answer.redirected) throw new Error(answer.status);
      show(await answer.text());
    } catch (error) {
      if (error.name !== "AbortError") say("Het advies is even niet te bereiken. Verder schrijven kan gewoon.");
    }
  }

  function say(words) {
    if (summary.textContent !== words) summary.textContent = words;
  }

  function show(html) {
    const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("[data-advice-found]");
    if (!fresh) return;
    say(fresh.dataset.summary);
    // What one folded or opened stays so, and where one was with the keyboard too.
    for (const group of list.querySelectorAll("[data-advice-group]")) {
      const same = fresh.querySelector(`[data-advice-group="${group.dataset.adviceGroup}"]`);
      if (same) same.open = group.open;
    }
    if (list.firstElementChild?.isEqualNode(fresh)) return;
    const buttons = [...list.querySelectorAll("button, summary")];
    const at = buttons.indexOf(document.activeElement);
    list.replaceChildren(fresh);
    if (at >= 0) [...list.querySelectorAll("button, summary")].at(Math.min(at, buttons.length - 1))?.focus();
  }

  panel.addEventListener("click", async (event) => {
    const copy = event.target.closest("[data-advice-copy]");
    if (!copy) return;
    // Without TLS a browser lends scripts no clipboard.
    if (!navigator.clipboard) {
      prompt("Kopieer deze link:", copy.dataset.adviceCopy);
      return;
    }
    await navigator.clipboard.writeText(copy.dataset.adviceCopy);
    copy.textContent = "Gekopieerd";
  });
  setInterval(look, EVERY);
}

const panel = document.querySelector("[data-advice]");
const form = document.querySelector("[data-edit-form]");
if (panel && form) watch(panel, form);
