/* Titles under a search field while one types: a combobox with a list (ARIA APG). Without this the form searches
   as any form does, and Enter without a choice still does. */
const WAIT = 150;

for (const form of document.querySelectorAll("[data-suggest]")) {
  const input = form.querySelector("input[type=search]");
  const list = document.createElement("ul");
  const said = document.createElement("span");
  list.id = `${input.id}-titels`;
  list.className = "suggest";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Titels");
  list.hidden = true;
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  input.after(list, said);
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
  })) input.setAttribute(name, value);

  let at = -1;
  let timer;
  let asking;

  const choose = (number) => {
    at = number;
    [...list.children].forEach((option, index) => option.setAttribute("aria-selected", index === at));
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[at].id);
  };
  const close = () => {
    clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  };
  const show = (titles) => {
    list.replaceChildren(
      ...titles.map((title, index) => {
        const option = document.createElement("li");
        const kind = document.createElement("span");
        option.id = `${list.id}-${index}`;
        option.className = "suggest__option";
        option.setAttribute("role", "option");
        option.dataset.address = title.adres;
        kind.className = "suggest__kind";
        kind.textContent = title.soort;
        option.append(title.titel, " ", kind);
        return option;
      }),
    );
    list.hidden = !titles.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    said.textContent = titles.length ? `${titles.length} ${titles.length === 1 ? "titel" : "titels"}` : "";
    choose(-1);
  };
  const ask = async () => {
    const typed = input.value.trim();
    asking?.abort();
    if (typed.length < 2) return close();
    asking = new AbortController();
    try {
      const url = `${form.dataset.suggest}?q=${encodeURIComponent(typed)}`;
      const answer = await fetch(url, { signal: asking.signal, credentials: "omit" });
      if (answer.ok && document.activeElement === input) show((await answer.json()).titels);
    } catch {
      // Offline, or something else was typed meanwhile: the form still works.
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && !list.hidden && at >= 0) {
      event.preventDefault();
      location.assign(list.children[at].dataset.address);
    } else if (["ArrowDown", "ArrowUp"].includes(event.key)) {
      event.preventDefault();
      const many = list.children.length;
      if (list.hidden) ask();
      else if (event.key === "ArrowDown") choose(at + 1 < many ? at + 1 : -1);
      else choose(at < 0 ? many - 1 : at - 1);
    }
  });
  // Not click: the field would lose the focus first, and the list would be gone.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[data-address]");
    if (option) location.assign(option.dataset.address);
  });
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
}
