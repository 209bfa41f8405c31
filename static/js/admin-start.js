// In the admin: puts the cursor where one goes on typing.

// Opening a small form.
document.addEventListener(
  "toggle",
  (event) => {
    const details = event.target;
    if (details.open && details.matches("[data-focus-when-open]")) {
      details.querySelector("input[type=text]")?.select();
    }
  },
  true,
);

// A new article. The editor's tabs are still hidden when the browser looks for `autofocus` itself.
window.addEventListener("load", () => {
  if (document.activeElement === document.body) {
    document.querySelector("[data-edit-form] [autofocus]")?.focus();
  }
});

// From field to field with Tab, without a stop at the link that each heading has to itself.
document.addEventListener("DOMContentLoaded", () => {
  for (const anchor of document.querySelectorAll(".w-panel__anchor")) {
    anchor.tabIndex = -1;
  }
});

// Enter goes on writing: from the title to the introduction, from a heading to a new paragraph under it. The
// browser would send the form instead.
document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (event.key !== "Enter" || event.isComposing || !field.matches?.("[data-edit-form] input[type=text]")) {
    return;
  }
  if (field.id === "id_title") {
    event.preventDefault();
    document.getElementById("id_intro")?.focus();
    return;
  }
  const body = window.wagtail?.editHandler?.getPanelByName?.("body")?.getBoundWidget?.();
  const index = body?.children?.findIndex((child) => child.element?.contains(field)) ?? -1;
  if (index >= 0) {
    event.preventDefault();
    if (body.children[index].type === "heading") {
      const value = body.blockDef.initialChildStates.paragraph;
      body.insert({ type: "paragraph", value }, index + 1, { focus: true });
    }
  }
});

// Choosing a page or a picture begins with typing what one is looking for.
window.jQuery?.(document).on("shown.bs.modal", (event) => {
  event.target.querySelector("input[name=q]")?.focus();
});
