/* A gentle note when a text seems to hold a number or an address. It blocks nothing. */
const kinds = [
  [/(^|[^\w+])((\+|00)[1-9]|0[1-9]|31[1-9])([ .\-/()]{0,3}\d){7,12}(?!\w)/, "een telefoonnummer"],
  [/[\w.+-]@[\w-]+\.[a-z]{2}/i, "een e-mailadres"],
  [/\b[1-9]\d{3} ?(?!SA|SD|SS|EN|IK|OF)[A-Z]{2}\b|[a-z](straat|laan|weg|plein|gracht) \d{1,4}[a-z]?\b/, "een adres"],
  [/\b([Mm]ijn naam is|[Ii]k heet|[Ii]k ben) \p{Lu}[\p{L}'’-]+( (van|von|de|den|der|het|'t|ten|ter|el))* \p{Lu}\p{Ll}/u, "een volledige naam"],
];
function watch(area) {
  const note = document.createElement("p");
  note.className = "form__note";
  note.setAttribute("role", "status"); /* not hidden: only so is it spoken */
  area.after(note);
  let timer;
  const look = () => {
    const text = area.value.replace(/\b0(800|88|90\d)[ -]?\d+/g, "").replace(/\d{1,2}[-/.]\d{1,2}[-/.](19|20)\d\d/g, "");
    const found = kinds.find(([pattern]) => pattern.test(text));
    const said = found ? `Er lijkt ${found[1]} in je tekst te staan. Wil je dat liever weglaten? Anderen kunnen het straks lezen.` : "";
    if (note.textContent !== said) note.textContent = said;
  };
  area.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, 600); });
  look();
}

const watchIn = (root) => root.querySelectorAll("textarea[data-personal-details]").forEach(watch);
watchIn(document);
document.addEventListener("form:added", (event) => watchIn(event.target));
