// Judging reactions without leaving the page, with the way back, and half-written answers kept on this device.
// Without this script the same buttons post the form and the page comes back with the same message.
(() => {
  "use strict";

  const DRAFT = "reactie-antwoord-";
  const FAILED = "Dat lukte niet. Er is niets verloren: controleer je verbinding en probeer het nog een keer.";
  const LOGGED_OUT = "Je bent uitgelogd. Log in een ander tabblad in en probeer het hier nog een keer.";

  const drafts = {
    read(id) { try { return localStorage.getItem(DRAFT + id); } catch { return null; } },
    write(id, text) {
      try {
        if (text) localStorage.setItem(DRAFT + id, text);
        else localStorage.removeItem(DRAFT + id);
      } catch { /* Storage is switched off: nothing is kept, nothing breaks. */ }
    },
  };

  const itemOf = (form, id) => form.querySelector(`[data-moderation-item="${id}"]`);
  const visibleItems = (form) => [...form.querySelectorAll("[data-moderation-item]:not([hidden])")];

  function restoreDrafts(root) {
    for (const area of root.querySelectorAll("textarea[data-moderation-draft]")) {
      const kept = drafts.read(area.dataset.moderationDraft);
      if (!kept || area.value.trim()) continue;
      area.value = kept;
      area.closest("details").open = true;
    }
  }

  async function post(address, data) {
    const response = await fetch(address, {
      method: "POST",
      body: data,
      headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" },
    });
    if (response.status === 403) throw new Error(LOGGED_OUT);
    if (!(response.headers.get("Content-Type") || "").includes("application/json")) throw new Error(FAILED);
    return { ok: response.ok, ...await response.json() };
  }

  function tell(form, message, events = [], failed = false) {
    const status = form.querySelector("[data-moderation-status]");
    status.classList.toggle("moderation__status--failed", failed);
    status.replaceChildren(document.createTextNode(message));
    if (!events.length) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-small button-secondary";
    button.textContent = "Maak ongedaan";
    button.dataset.moderationUndo = events.join(",");
    status.append(" ", button);
  }

  function showCount(waiting) {
    for (const link of document.querySelectorAll("#wagtail-sidebar a[href$='/reacties/']")) {
      if (waiting) link.dataset.waiting = waiting;
      else delete link.dataset.waiting;
    }
  }

  // In the waiting list a judged row is only hidden, so that undoing brings it back with all that was typed in it.
  function showRow(form, row) {
    const item = itemOf(form, row.id);
    if (!item) return;
    if (form.dataset.moderation === "waiting") {
      item.hidden = !row.waits;
      item.querySelector("[name=comment]").checked = false;
      return;
    }
    const holder = document.createElement("template");
    holder.innerHTML = row.html.trim();
    item.replaceWith(holder.content.firstElementChild);
  }

  function moveFocus(form, before, id) {
    const items = visibleItems(form);
    const empty = form.querySelector("[data-moderation-empty]");
    if (empty) empty.hidden = items.length > 0;
    const bulk = form.querySelector("[data-moderation-bulk]");
    if (bulk) bulk.hidden = items.length < 2;
    const stays = id && itemOf(form, id);
    const next = stays && !stays.hidden ? stays : items[Math.min(before, items.length - 1)];
    (id && next ? next : form.querySelector("[data-moderation-status]")).focus({ preventScroll: true });
  }

  function apply(form, result, id = null) {
    const before = visibleItems(form).findIndex((item) => item.dataset.moderationItem === id);
    for (const row of result.rows) showRow(form, row);
    tell(form, result.message, result.events, !result.ok);
    showCount(result.waiting);
    moveFocus(form, Math.max(before, 0), id);
  }

  async function attempt(form, work) {
    if (form.dataset.busy) return;
    form.dataset.busy = "yes";
    try {
      await work();
    } catch (error) {
      tell(form, error.message === LOGGED_OUT ? LOGGED_OUT : FAILED, [], true);
    } finally {
      delete form.dataset.busy;
    }
  }

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-moderation]");
    const button = event.submitter;
    if (!form || !button) return;
    event.preventDefault();
    const data = new FormData(form);
    data.append(button.name, button.value);
    const [action, id] = button.name === "row" ? button.value.split("-") : [button.value, null];
    attempt(form, async () => {
      const result = await post(form.getAttribute("action"), data);
      if (result.ok && action === "answer") drafts.write(id, "");
      apply(form, result, result.ok ? id : null);
    });
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-moderation-undo]");
    if (!button) return;
    const form = button.closest("form[data-moderation]");
    const data = new FormData();
    data.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
    for (const id of button.dataset.moderationUndo.split(",")) data.append("event", id);
    attempt(form, async () => apply(form, await post(form.dataset.undoAddress, data)));
  });

  document.addEventListener("input", (event) => {
    const area = event.target.closest("textarea[data-moderation-draft]");
    if (area) drafts.write(area.dataset.moderationDraft, area.value);
  });

  document.addEventListener("change", (event) => {
    const all = event.target.closest("[data-moderation-all] input");
    if (!all) return;
    for (const item of visibleItems(all.form)) item.querySelector("[name=comment]").checked = all.checked;
  });

  // "toggle" does not bubble, hence the capture. Opening an answer puts the cursor in it.
  document.addEventListener("toggle", (event) => {
    const details = event.target;
    if (!details.matches?.(".moderation__answer") || !details.open) return;
    restoreDrafts(details);
    if (details.contains(document.activeElement)) details.querySelector("textarea").focus();
  }, true);

  document.addEventListener("DOMContentLoaded", () => {
    for (const label of document.querySelectorAll("[data-moderation-all]")) label.hidden = false;
    restoreDrafts(document);
  });
})();
