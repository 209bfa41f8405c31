/* On leaving an e-mail field: ask, politely, whether a common address was meant. The field brings the domains
   along (guard.domains); where this says nothing the server may still ask. The line is there before it speaks,
   because a screen reader hears only changes; and it speaks a moment late, because a send button that is being
   pressed must not move away under the finger. */
const isOneSlip = (a, b) => {
  while (a && a[0] === b[0]) [a, b] = [a.slice(1), b.slice(1)];
  while (a && a.at(-1) === b.at(-1)) [a, b] = [a.slice(0, -1), b.slice(0, -1)];
  return (a.length < 2 && b.length < 2) || (a.length === 2 && a === [...b].reverse().join(""));
};
const lineBelow = (field) => {
  if (!field.nextElementSibling?.matches("[data-email-line]")) {
    field.insertAdjacentHTML("afterend", '<p class="field__help" role="status" data-email-line></p>');
  }
  return field.nextElementSibling;
};
const ask = (field) => {
  const typed = field.value.trim();
  const at = typed.lastIndexOf("@") + 1;
  const domain = typed.slice(at).toLowerCase();
  const { emailHint, emailKnown } = field.dataset;
  const near = emailHint.split(" ").filter((common) => isOneSlip(domain, common));
  const line = lineBelow(field);
  line.replaceChildren();
  if (at < 2 || near.length !== 1 || near[0] === domain || emailKnown.split(" ").includes(domain)) return;
  const meant = typed.slice(0, at) + near[0];
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--quiet";
  button.textContent = "Ja, verbeter";
  button.onclick = () => {
    field.value = meant;
    line.replaceChildren();
    field.focus();
  };
  line.append(`Bedoelde je ${meant}? `, button);
  const seen = field.form?.elements.adres_gezien;
  if (seen) seen.value = typed;
};
const onField = (event, act) => document.addEventListener(event, ({ target }) => {
  if (target.matches?.("[data-email-hint]")) act(target);
});
onField("focusin", lineBelow);
onField("focusout", (field) => setTimeout(ask, 250, field));
