// In the admin: says at once that a chosen file is larger than may be, and that one is on its way. Without this
// the server says the first, after all of it was sent.

const asSize = (bytes) =>
  bytes < 1024 ** 3
    ? `${(bytes / 1024 ** 2).toLocaleString("nl", { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`
    : `${(bytes / 1024 ** 3).toLocaleString("nl", { minimumFractionDigits: 1, maximumFractionDigits: 1 })} GB`;

// Where the server would put its words, and tied to the field as those are.
function tell(input, words) {
  const errors = document.getElementById(`${input.id}_error`);
  errors.replaceChildren();
  if (words) {
    const line = document.createElement("p");
    line.className = "error-message";
    line.role = "alert";
    line.textContent = words;
    errors.append(line);
  }
  input.closest(".w-field").classList.toggle("w-field--error", Boolean(words));
  if (words) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
  const others = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== errors.id);
  input.setAttribute("aria-describedby", (words ? [errors.id, ...others] : others).join(" "));
}

function check(input) {
  const [file] = input.files;
  const largest = Number(input.dataset.largest);
  const isTooLarge = file !== undefined && file.size > largest;
  // What the server said was about the file before this one.
  if (file) tell(input, isTooLarge ? `Dit bestand is ${asSize(file.size)}; het mag hooguit ${asSize(largest)} zijn.` : "");
  return !isTooLarge;
}

for (const input of document.querySelectorAll("input[data-largest]")) {
  input.addEventListener("change", () => check(input));
  input.form.addEventListener("submit", (event) => {
    if (!check(input)) {
      event.preventDefault();
      input.focus();
      return;
    }
    const sending = input.form.querySelector("[data-sending]");
    if (sending && input.files.length) sending.textContent = "Het bestand wordt verstuurd. Laat deze pagina open tot de volgende er is.";
  });
}
