/* How many characters are left, from 500 before the end. Spoken only after a pause, at 500, 100 and past the end. */
function count(area) {
  const most = Number(area.dataset.counter);
  const shown = document.createElement("p");
  const spoken = document.createElement("p");
  shown.className = "field__counter";
  shown.setAttribute("aria-hidden", "true");
  spoken.className = "visually-hidden";
  spoken.setAttribute("role", "status");
  area.after(shown, spoken);
  let timer, step = 0;
  const characters = (count) => `${count} ${count === 1 ? "teken" : "tekens"}`;
  const show = () => {
    /* As the server counts: a line break is one, and so is a sign outside the basic plane. */
    const left = most - [...area.value].length;
    const now = left < 0 ? 3 : left < 100 ? 2 : left < 500 ? 1 : 0;
    shown.textContent = !now ? "" : left < 0 ? `${characters(-left)} te veel` : `Nog ${characters(left)}`;
    shown.hidden = !now;
    shown.toggleAttribute("data-over", left < 0);
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (now !== step) spoken.textContent = shown.textContent;
      step = now;
    }, 1000);
  };
  area.addEventListener("input", show);
  show();
}

const countIn = (root) => root.querySelectorAll("textarea[data-counter]").forEach(count);
countIn(document);
document.addEventListener("form:added", (event) => countIn(event.target));
