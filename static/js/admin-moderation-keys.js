// Judging with single keys. They press the buttons that are there, and can be switched off (WCAG 2.1.4).
(() => {
  "use strict";

  const OFF = "reactie-toetsen-uit";
  const TYPING = "textarea, select, [contenteditable=true], [role=textbox],"
    + " input:not([type=checkbox], [type=radio], [type=button], [type=submit])";
  const MOVES = { v: 1, j: 1, t: -1, k: -1 };

  const isOff = () => { try { return localStorage.getItem(OFF) !== null; } catch { return false; } };
  const dialog = () => document.querySelector("[data-moderation-keys]");
  const items = () => [...document.querySelectorAll("[data-moderation-item]:not([hidden])")];
  const current = () => items().find((item) => item.hasAttribute("data-moderation-current"));

  function mark(item) {
    for (const other of document.querySelectorAll("[data-moderation-current]")) {
      if (other !== item) other.removeAttribute("data-moderation-current");
    }
    item.setAttribute("data-moderation-current", "");
  }

  function go(item) {
    mark(item);
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  }

  function move(by) {
    const all = items();
    const here = all.indexOf(current());
    const there = here === -1 ? 0 : Math.min(Math.max(here + by, 0), all.length - 1);
    if (all.length) go(all[there]);
  }

  function openKeys() {
    const box = dialog();
    if (!box || box.open) return;
    box.querySelector("[data-moderation-keys-switch]").checked = !isOff();
    box.showModal();
  }

  function press(key) {
    const alone = document.querySelector("[data-moderation=alone]");
    if (key === "?") return openKeys();
    if (key === "o") return (document.querySelector("[data-moderation-undo], .moderation__undo button"))?.click();
    // On the screen of one reaction, the next and the one before are links.
    if (key in MOVES && alone) return document.querySelector(`a[data-key=${MOVES[key] > 0 ? "v" : "t"}]`)?.click();
    if (key in MOVES) return move(MOVES[key]);
    const item = alone ? items()[0] : current();
    // Nothing is judged that has not got the border around it: the first press only shows where one is.
    if (!item) return move(0);
    if (key === "x") return item.querySelector("[name=comment]")?.click();
    if (key === "a" && item.querySelector(".moderation__answer[open]")) {
      return item.querySelector(".moderation__answer textarea").focus();
    }
    // The focus first: an answer that opens takes the cursor only from what stands in it.
    const button = item.querySelector(`[data-key=${key}]`);
    button?.focus();
    button?.click();
  }

  function fromField(event) {
    const area = event.target.closest?.(".moderation__answer textarea");
    if (!area) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      area.closest("details").querySelector("[data-moderation-send]").click();
    } else if (event.key === "Escape") {
      go(area.closest("[data-moderation-item]"));
    }
  }

  // Before Wagtail's own keys, which have a list of their own behind "?".
  window.addEventListener("keydown", (event) => {
    if (isOff()) return;
    if (event.target.closest?.(TYPING)) {
      fromField(event);
      return;
    }
    const known = event.key in MOVES || ["g", "s", "p", "l", "a", "b", "x", "o", "?"].includes(event.key);
    if (!known || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (document.querySelector("dialog[open], [role=dialog][aria-modal=true]:not([hidden], [aria-hidden=true])")) return;
    if (!document.querySelector("[data-moderation]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    press(event.key);
  }, true);

  document.addEventListener("focusin", (event) => {
    const item = event.target.closest("[data-moderation-item]");
    if (item) mark(item);
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-moderation-keys-open]")) openKeys();
  });

  document.addEventListener("change", (event) => {
    const choice = event.target.closest("[data-moderation-keys-switch]");
    if (!choice) return;
    try {
      if (choice.checked) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, "ja");
    } catch { /* Storage is switched off: the choice lasts as long as nothing, the keys stay on. */ }
  });
})();
