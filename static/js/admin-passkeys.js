/* Passkeys in the admin: a form with data-passkey="get" or "create" asks the browser first, then sends what it said. */

const NEEDS_BINARY = new Set(["challenge", "id", "rawId"]);
const WORDS = {
  NotAllowedError: "Dat is afgebroken, of het duurde te lang. Probeer het gerust nog eens.",
  InvalidStateError: "Dit apparaat heeft al een passkey voor je account.",
  SecurityError: "Op dit adres werkt een passkey niet. Open het beheer op het echte adres van de site.",
  other: "Het lukte niet. Probeer het nog eens, of kies een andere manier.",
};

function toBytes(text) {
  const padded = text.replace(/-/g, "+").replace(/_/g, "/");
  return Uint8Array.from(atob(padded), (sign) => sign.charCodeAt(0));
}

function toText(buffer) {
  const signs = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(signs).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/* What the server wrote as text, as the browser wants it. */
function readOptions(value, key = "") {
  if (typeof value === "string") return NEEDS_BINARY.has(key) ? toBytes(value) : value;
  if (Array.isArray(value)) return value.map((item) => readOptions(item));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      // The site's own id is a name, unlike all others.
      name === "rp" ? inner : readOptions(inner, name),
    ]),
  );
}

function write(credential) {
  const { response } = credential;
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const said = Object.fromEntries(
    parts.filter((part) => response[part]).map((part) => [part, toText(response[part])]),
  );
  if (response.getTransports) said.transports = response.getTransports();
  return JSON.stringify({
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: said,
  });
}

async function ask(form) {
  const answer = await fetch(form.dataset.passkeyOptions, {
    method: "POST",
    headers: { "X-CSRFToken": form.querySelector("[name=csrfmiddlewaretoken]").value },
  });
  if (!answer.ok || answer.redirected) throw new Error(`${answer.status}`);
  const options = readOptions(await answer.json());
  return form.dataset.passkey === "create"
    ? navigator.credentials.create(options)
    : navigator.credentials.get(options);
}

function start(form) {
  const error = form.querySelector("[data-passkey-error]");
  const button = form.querySelector("[data-passkey-go]");
  form.hidden = false;
  // Enter in the field for a name does the same as the button; where there is no field, the button is all.
  const [from, what] = button.type === "submit" ? [form, "submit"] : [button, "click"];
  from.addEventListener(what, async (event) => {
    event.preventDefault();
    button.disabled = true;
    error.hidden = true;
    try {
      form.querySelector("[data-passkey-answer]").value = write(await ask(form));
      form.submit();
    } catch (problem) {
      error.textContent = WORDS[problem.name] ?? WORDS.other;
      error.hidden = false;
      button.disabled = false;
    }
  });
}

const forms = document.querySelectorAll("form[data-passkey]");
if (window.PublicKeyCredential && window.isSecureContext) {
  forms.forEach(start);
} else {
  document.querySelectorAll('form[data-passkey="create"]').forEach((form) => {
    const error = form.querySelector("[data-passkey-error]");
    error.textContent = "Deze browser kent geen passkeys, of de verbinding is niet beveiligd.";
    error.hidden = false;
    form.querySelector("[data-passkey-go]").disabled = true;
  });
}
