// Judging reactions without leaving the page, with the way back.
// Without this script the same buttons post the form and the page comes back with the same message.
(() => {
  "use strict";

  const FAILED = "Dat lukte niet. Er is niets verloren: controleer je verbinding en probeer het nog een keer.";
  const LOGGED_OUT = "Je bent uitgelogd. Log in een ander tabblad in en probeer het hier nog een keer.";

  const itemOf = (form, id) => form.querySelector(`[data-moderation-item="${id}"]`);
  const draftOf = (item) => item?.querySelector("textarea[data-moderation-draft]");
  const visibleItems = (form) => [...form.querySelectorAll("[data-moderation-item]:not([hidden])")];

  // What is small enough is sent also when one is on one's way to the next screen already (the limit is 64 KiB).
  async function post(address, data) {
    const body = new URLSearchParams(data);
    const response = await fetch(address, {
      method: "POST",
      body,
      keepalive: body.toString().length < 60000,
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

  // The event lets the other script keep what now stands in the field, or forget it.
  function write(area, text) {
    area.value = text;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // A judged row leaves a list of what waits; it is only hidden, so that undoing brings back all that was typed.
  // One that its writer changed meanwhile stays, whatever it is now: it has to be read again.
  function showRow(form, row) {
    const item = itemOf(form, row.id);
    if (!item) return;
    const holder = document.createElement("template");
    holder.innerHTML = row.html.trim();
    const fresh = holder.content.firstElementChild;
    fresh.hidden = form.dataset.moderation === "waiting" && !row.waits && !row.changed;
    fresh.toggleAttribute("data-moderation-current", item.hasAttribute("data-moderation-current"));
    const [before, after] = [draftOf(item), draftOf(fresh)];
    if (before && after) {
      after.value = before.value;
      after.closest("details").open = before.closest("details").open && !fresh.hidden;
    }
    item.replaceWith(fresh);
  }

  function giveBack(form, answer) {
    const area = draftOf(itemOf(form, answer.id));
    if (!area || area.value.includes(answer.text)) return;
    write(area, [answer.text, area.value].filter((text) => text.trim()).join("\n\n"));
    area.closest("details").open = true;
  }

  function moveFocus(form, before, id) {
    const items = visibleItems(form);
    const empty = form.querySelector("[data-moderation-empty]");
    if (empty) empty.hidden = items.length > 0;
    const bulk = form.querySelector("[data-moderation-bulk]");
    if (bulk) bulk.hidden = items.length < 2;
    const all = form.querySelector("[data-moderation-all] input");
    if (all) all.checked = false;
    const stays = id && itemOf(form, id);
    const next = stays && !stays.hidden ? stays : items[Math.min(before, items.length - 1)];
    (id && next ? next : form.querySelector("[data-moderation-status]")).focus({ preventScroll: true });
  }

  function apply(form, result, id = null) {
    const before = visibleItems(form).findIndex((item) => item.dataset.moderationItem === id);
    for (const row of result.rows) showRow(form, row);
    for (const answer of result.answers) giveBack(form, answer);
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
    if (!form || !button || event.defaultPrevented) return;
    const [action, id] = button.name === "row" ? button.value.split("-") : [button.value, null];
    // The text also stands in the field to edit it: that screen comes back whole.
    if (form.dataset.moderation === "alone" && ["restore", "details"].includes(action)) return;
    event.preventDefault();
    const data = new FormData(form);
    data.append(button.name, button.value);
    attempt(form, async () => {
      const result = await post(form.getAttribute("action"), data);
      if (result.ok && action === "answer") {
        const area = draftOf(itemOf(form, id));
        write(area, "");
        area.closest("details").open = false;
      }
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
    attempt(form, async () => {
      const result = await post(form.dataset.undoAddress, data);
      const back = result.rows.find((row) => itemOf(form, row.id));
      apply(form, result, back ? String(back.id) : null);
    });
  });

  document.addEventListener("change", (event) => {
    const all = event.target.closest("[data-moderation-all] input");
    if (!all) return;
    for (const item of visibleItems(all.form)) item.querySelector("[name=comment]").checked = all.checked;
  });

  document.documentElement.classList.add("moderation-has-script");
})();
