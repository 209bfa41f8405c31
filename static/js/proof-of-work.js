/* Solves the sum in a form's hidden field (guard.proof) while the page stays usable: the browser's own
   cryptography works beside it. Only pages that ask for a proof load this. A form that is put into a page later:
   (await import(field.dataset.proofScript)).start(field). */
const WORKING = "Een ogenblik: je apparaat maakt eerst een som, tegen ongewenste berichten.";
const DONE = "De som is klaar, je hoeft niet langer te wachten. Verstuur je bericht nog een keer; je tekst staat er nog.";

const fromHex = (hex) => Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
const toHex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

async function solve({ parameters }, tell) {
  const { salt, nonce, cost, keyLength, keyPrefix, data } = parameters;
  const sum = { name: "PBKDF2", hash: "SHA-256", salt: fromHex(salt), iterations: cost };
  const password = new Uint8Array([...fromHex(nonce), 0, 0, 0, 0]);
  const tail = new DataView(password.buffer, password.length - 4);
  for (let counter = 0; counter <= data.last; counter += 1) {
    tail.setUint32(0, counter);
    const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    const derivedKey = toHex(await crypto.subtle.deriveBits(sum, key, keyLength * 8));
    if (derivedKey.startsWith(keyPrefix)) return { counter, derivedKey };
    tell(counter / data.last);
  }
  throw new Error("No number solves this challenge.");
}

export async function start(field) {
  // Without HTTPS a browser has no cryptography to offer; the words that stand there then hold.
  if (!globalThis.crypto?.subtle || field.dataset.proofStarted) return;
  field.dataset.proofStarted = "";
  const line = field.parentElement.querySelector("[data-proof-status]");
  const waiting = line.textContent;
  let quarter = 0;
  let pressed = null;
  const hold = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    pressed = { button: event.submitter };
  };
  const tell = (part) => {
    if (part < (quarter + 1) / 4) return;
    quarter += 1;
    line.textContent = `${WORKING} Nog hooguit ${100 - 25 * quarter} procent.`;
  };
  // Before any other listener: to them the form has not been sent yet.
  field.form.addEventListener("submit", hold, { capture: true });
  line.textContent = WORKING;
  try {
    const challenge = JSON.parse(field.dataset.proof);
    const solution = await solve(challenge, tell);
    field.value = btoa(JSON.stringify({ challenge, solution }));
    line.textContent = DONE;
  } catch {
    line.textContent = waiting;
  }
  field.form.removeEventListener("submit", hold, { capture: true });
  if (pressed) field.form.requestSubmit(pressed.button);
}

for (const field of document.querySelectorAll("[data-proof]")) start(field);
