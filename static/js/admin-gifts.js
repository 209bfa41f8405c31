// The edit screen of a gift: test mails, and uploads that show how far they are. Without this file a form is
// sent as any other.

const SMALL = 1024 * 1024;

const asSize = (bytes) => `${(bytes / 1024 / 1024).toLocaleString("nl", { maximumFractionDigits: 1 })} MB`;

const element = (tag, className, text = "") => {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
};

/* Test mails */

async function sendTest(box, form) {
  const button = box.querySelector("[data-test-mail-button]");
  const answer = box.querySelector("[data-test-mail-answer]");
  const wanted = ["csrfmiddlewaretoken", "name", "confirm_subject", "confirm_text", "gift_subject", "gift_text"];
  const data = new FormData();
  for (const name of wanted) data.append(name, form.elements[name]?.value ?? "");
  button.disabled = true;
  answer.textContent = "Bezig met versturen…";
  try {
    const response = await fetch(box.dataset.testMail, { method: "POST", body: data });
    const { message } = await response.json();
    answer.textContent = message;
    answer.classList.toggle("gift-test__answer--wrong", !response.ok);
  } catch {
    answer.textContent = "Dat lukte niet. Kijk of je verbinding het doet en probeer het nog eens.";
    answer.classList.add("gift-test__answer--wrong");
  }
  button.disabled = false;
}

/* What is wrong, beside its field */

function clearErrors(form) {
  form.querySelectorAll("[data-gift-error]").forEach((error) => error.remove());
}

function showError(form, fieldId, message) {
  const field = fieldId && document.getElementById(fieldId);
  const error = element("p", "error-message gift-error", message);
  error.dataset.giftError = "";
  error.setAttribute("role", "alert");
  if (field) (field.closest("[data-field]") ?? field.parentElement).append(error);
  else form.prepend(error);
  return field || error;
}

function showErrors(form, errors) {
  clearErrors(form);
  const places = errors.map(({ field, message }) => showError(form, field, message));
  const tab = places[0]?.closest("[role=tabpanel]");
  if (tab?.hidden) document.querySelector(`[role=tab][href="#${tab.id}"]`)?.click();
  places[0]?.scrollIntoView({ block: "center" });
  places[0]?.focus?.();
}

/* Uploads */

const chosenFiles = (form) =>
  [...form.querySelectorAll("input[data-gift-file]")].flatMap((input) => [...input.files]);

function checkSize(form, input) {
  input.parentElement.querySelectorAll("[data-gift-error]").forEach((error) => error.remove());
  const largest = Number(input.dataset.giftFile);
  const tooLarge = [...input.files].find((file) => file.size > largest);
  if (!tooLarge) return;
  input.value = "";
  showError(form, input.id, `‘${tooLarge.name}’ is ${asSize(tooLarge.size)}; het mag hooguit ${asSize(largest)} zijn.`);
}

function makeBar() {
  const box = element("div", "gift-upload");
  const label = element("p", "gift-upload__label");
  const bar = element("progress", "gift-upload__bar");
  const stop = element("button", "button button-small button-secondary", "Stop");
  stop.type = "button";
  bar.max = 1;
  bar.setAttribute("aria-label", "Hoe ver het bestand is");
  box.append(label, bar, stop);
  document.body.append(box);
  return { box, label, bar, stop };
}

function upload(form, submitter) {
  const { box, label, bar, stop } = makeBar();
  const request = new XMLHttpRequest();
  const fail = (...errors) => {
    box.remove();
    // Wagtail's button says that it is busy until the page goes.
    submitter?.setAttribute("data-w-progress-loading-value", "false");
    showErrors(form, errors);
  };
  request.open("POST", form.action);
  request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
  request.responseType = "json";
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    bar.value = loaded / total;
    // From then on the server may have saved it.
    stop.hidden = loaded === total;
    label.textContent =
      loaded < total ? `Bestand versturen: ${asSize(loaded)} van ${asSize(total)}` : "Nog even: opslaan…";
  });
  request.addEventListener("load", () => {
    if (request.response?.url) {
      window.location.assign(request.response.url);
      return;
    }
    const errors = request.response?.errors ?? [];
    fail(...(errors.length ? errors : [{ message: "Opslaan lukte niet. Probeer het nog eens." }]));
  });
  request.addEventListener("error", () =>
    fail({ message: "De verbinding viel weg. Alles staat er nog; druk nog een keer op Opslaan." }),
  );
  request.addEventListener("abort", () => fail({ message: "Gestopt. Er is niets opgeslagen." }));
  stop.addEventListener("click", () => request.abort());
  request.send(new FormData(form, submitter));
}

function followForm(form) {
  let isSubmitting = false;
  form.addEventListener("submit", (event) => {
    isSubmitting = true;
    setTimeout(() => {
      isSubmitting = false;
    });
    const total = chosenFiles(form).reduce((sum, file) => sum + file.size, 0);
    if (total < SMALL || event.defaultPrevented) return;
    event.preventDefault();
    clearErrors(form);
    upload(form, event.submitter);
  });
  // The preview sends the whole form at every pause in typing, and has no use for its files.
  form.addEventListener("formdata", ({ formData }) => {
    if (isSubmitting) return;
    for (const [name, value] of [...formData]) if (value instanceof File) formData.delete(name);
  });
  form.addEventListener("change", ({ target }) => {
    if (target.matches?.("input[data-gift-file]")) checkSize(form, target);
  });
  form.addEventListener("click", ({ target }) => {
    const box = target.closest?.("[data-test-mail-button]")?.closest("[data-test-mail]");
    if (box) sendTest(box, form);
  });
}

function start() {
  const form = document.getElementById("w-editor-form");
  if (form) followForm(form);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
