/* Share through the device itself, or copy the link. The buttons are there only where they work. */
for (const button of document.querySelectorAll("[data-share]")) {
  if (!navigator.share) continue;
  button.parentElement.hidden = false;
  button.addEventListener("click", () => {
    navigator.share({ title: button.dataset.title, url: button.dataset.url }).catch(() => {});
  });
}
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.parentElement.hidden = false;
  const label = button.textContent;
  button.addEventListener("click", async () => {
    const status = document.querySelector("[data-share-status]");
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = button.dataset.done;
    } catch {
      button.textContent = "Lukte niet";
    }
    if (status) status.textContent = button.textContent;
    setTimeout(() => { button.textContent = label; }, 2500);
  });
}
