// In the editor: "Ga erheen" goes to a field, or to a block of the body, and puts the cursor there.

const INPUTS = "[contenteditable=true], input:not([type=hidden], [type=checkbox]), textarea, select";
// Under it the side panel lies over the form.
const BESIDE = "(min-width: 50em)";

function find(form, where) {
  const type = form.elements.namedItem(`${where}-type`);
  if (type) return type.closest("[data-contentpath]") ?? type.parentElement;
  const field = form.elements.namedItem(where) ?? document.getElementById(`id_${where}`);
  return field instanceof Element ? field : null;
}

function reveal(target) {
  const tab = target.closest("[role=tabpanel][hidden]");
  if (tab) document.querySelector(`[role=tab][href="#${tab.id}"]`)?.click();
  for (let panel = target.closest("[data-panel]"); panel; panel = panel.parentElement.closest("[data-panel]")) {
    panel.querySelector("[data-panel-toggle][aria-expanded=false]")?.click();
  }
}

function visibleInput(target) {
  const inputs = target.matches(INPUTS) ? [target] : [...target.querySelectorAll(INPUTS)];
  return inputs.find((found) => found.checkVisibility());
}

async function go(form, where) {
  const target = find(form, where);
  if (!target) return;
  reveal(target);
  if (!matchMedia(BESIDE).matches) document.querySelector("[data-form-side-close-button]")?.click();
  // A tab takes a moment to open, a block to unfold.
  for (let frame = 0; frame < 60 && !visibleInput(target); frame += 1) {
    await new Promise(requestAnimationFrame);
  }
  const input = visibleInput(target) ?? target;
  input.scrollIntoView({ block: "center" });
  input.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-advice-go]");
  const form = document.querySelector("[data-edit-form]");
  if (button && form) go(form, button.dataset.adviceGo);
});
