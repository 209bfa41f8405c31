/* Forms: go to the summary of errors, send once, and keep a half-written reaction until it is sent.
   The draft lives in this tab alone (sessionStorage) and is gone when the tab is. */
const summary = document.querySelector(".form__errors");
if (summary) summary.focus();

const prepare = (root) => {
  for (const form of root.querySelectorAll("form[method=post]")) {
    let sent = false;
    form.addEventListener("submit", (event) => {
      if (sent) event.preventDefault();
      sent = true;
    });
    addEventListener("pageshow", () => { sent = false; });

    const area = form.querySelector("textarea");
    if (!area || area.hasAttribute("data-no-draft")) continue;
    const key = `concept:${form.action}:${form.elements.parent?.value ?? ""}`;
    try {
      if (!area.value) area.value = sessionStorage.getItem(key) ?? "";
      area.addEventListener("input", () => sessionStorage.setItem(key, area.value));
      form.addEventListener("submit", () => sessionStorage.setItem("verstuurd", key));
    } catch { /* storage is switched off: nothing to keep */ }
  }
  if (root.querySelector("[data-sent]")) {
    try {
      sessionStorage.removeItem(sessionStorage.getItem("verstuurd") ?? "");
      sessionStorage.removeItem("verstuurd");
    } catch { /* storage is switched off */ }
  }
};
prepare(document);
/* Forms that are put into the page later (conversation.js). */
document.addEventListener("form:added", ({ target }) => prepare(target));
