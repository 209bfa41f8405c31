/* A player from elsewhere loads in place, only after the reader chose it. Without this script the link opens there. */
for (const figure of document.querySelectorAll("[data-embed]")) {
  const link = figure.querySelector("a");
  link.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const frame = document.createElement("iframe");
    frame.className = "embed__frame";
    frame.src = figure.dataset.embed;
    frame.title = figure.dataset.title;
    frame.allow = "fullscreen; picture-in-picture";
    frame.referrerPolicy = "strict-origin";
    link.replaceWith(frame);
    frame.focus();
  });
}
