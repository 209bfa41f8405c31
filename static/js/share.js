/* Share through the device itself, or copy the link. The buttons are there only where they work. */
for (const button of document.querySelectorAll("[data-share]")) {
  if (!navigator.share) continue;
  button.parentElement.hidden = false;
  button.addEventListener("click", () => {
    navigator.share({ title: button.dataset.title, url: button.dataset.url }).catch(() => {});
  });
}
const prepareCopy = (button) => {
  if (!navigator.clipboard) return;
  button.parentElement.hidden = false;
  const label = button.textContent;
  button.addEventListener("click", async () => {
    const status = (button.closest(".share, .mine__part") ?? document).querySelector("[data-share-status]");
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = button.dataset.done;
    } catch {
      button.textContent = "Lukte niet";
    }
    if (status) status.textContent = button.textContent;
    setTimeout(() => { button.textContent = label; }, 2500);
  });
};
const copyIn = (root) => root.querySelectorAll("[data-copy]").forEach(prepareCopy);
copyIn(document);
document.addEventListener("form:added", (event) => copyIn(event.target));
