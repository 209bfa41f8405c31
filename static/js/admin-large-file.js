// In the admin: says at once that a chosen file is larger than may be, and that one is on its way. Without this
// the server says the first, after all of it was sent.

const asSize = (bytes) =>
  bytes < 1024 ** 3
    ? `${(bytes / 1024 ** 2).toLocaleString("nl", { maximumFractionDigits: 1 })} MB`
    : `${(bytes / 1024 ** 3).toLocaleString("nl", { maximumFractionDigits: 1 })} GB`;

function check(input) {
  const [file] = input.files;
  const largest = Number(input.dataset.largest);
  const isTooLarge = file !== undefined && file.size > largest;
  input.setCustomValidity(isTooLarge ? `Dit bestand is ${asSize(file.size)}; het mag hooguit ${asSize(largest)} zijn.` : "");
  if (isTooLarge) input.reportValidity();
  return !isTooLarge;
}

for (const input of document.querySelectorAll("input[data-largest]")) {
  input.addEventListener("change", () => check(input));
  input.form.addEventListener("submit", (event) => {
    if (!check(input)) {
      event.preventDefault();
      return;
    }
    const sending = input.form.querySelector("[data-sending]");
    if (sending && input.files.length) sending.textContent = "Het bestand wordt verstuurd. Laat deze pagina open tot de volgende er is.";
  });
}
