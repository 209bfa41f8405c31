/* The conversation answers in place: the form under it and a reply form under each reaction send without leaving
   the page, and the next fifty come along below. Whatever does not work here goes the way it goes without a
   script. Other modules hear "form:added" from what was put into the page. */
const BUSY = "Versturen…";
const OFFLINE = "Geen verbinding. Je tekst staat er nog: probeer het zo nog een keer.";
const BROKEN = "Er ging bij ons iets mis. Je tekst staat er nog: probeer het zo nog een keer.";

const ask = async (address, options) => {
  const response = await fetch(address, options);
  return { response, page: new DOMParser().parseFromString(await response.text(), "text/html") };
};
const levelOf = (heading) => Number(heading.tagName[1]);
const focusOn = (element) => {
  element.tabIndex = -1;
  element.focus();
};
const announce = (element) => element.dispatchEvent(new CustomEvent("form:added", { bubbles: true }));

/* A reply form has the same ids as the form under the conversation: give it its own. */
const rename = (root, suffix) => {
  for (const element of root.querySelectorAll("[id]")) element.id += suffix;
  for (const name of ["for", "aria-describedby", "aria-labelledby"]) {
    for (const element of root.querySelectorAll(`[${name}]`)) {
      element.setAttribute(name, element.getAttribute(name).replace(/\S+/g, `$&${suffix}`));
    }
  }
  for (const link of root.querySelectorAll("a[href^='#']")) link.setAttribute("href", link.getAttribute("href") + suffix);
};

/* Make a form from another page fit for `place`; called before the form stands there. */
const fit = (place, fresh) => {
  if (place.dataset.suffix) {
    rename(fresh, place.dataset.suffix);
    const cancel = document.createElement("button");
    cancel.type = "button";
    cancel.className = "button button--quiet";
    cancel.textContent = "Annuleer";
    cancel.dataset.cancel = "";
    fresh.querySelector("form [type=submit]").after(cancel);
  }
  return fresh;
};
const settle = (fresh) => {
  announce(fresh);
  for (const field of fresh.querySelectorAll("[data-proof]")) {
    import(field.dataset.proofScript).then((module) => module.start(field), () => {});
  }
};

/* Put what another page says in the place of the form, its headings at the level that fits here. */
const show = (place, page, address) => {
  const main = page.querySelector("main");
  const shift = levelOf(place.querySelector("h2, h3, h4")) - 1;
  for (const old of main.querySelectorAll("h1, h2, h3")) {
    const heading = document.createElement(`h${levelOf(old) + shift}`);
    for (const { name, value } of old.attributes) heading.setAttribute(name, value);
    heading.append(...old.childNodes);
    old.replaceWith(heading);
  }
  const title = main.querySelector(`h${1 + shift}`);
  /* Where help comes first, it does so in the order of the headings too. */
  const help = main.querySelector(".help--first .help__title");
  if (help) {
    const same = document.createElement(title.tagName);
    for (const { name, value } of help.attributes) same.setAttribute(name, value);
    same.append(...help.childNodes);
    help.replaceWith(same);
  }
  for (const form of main.querySelectorAll("form:not([action])")) form.action = address;
  place.removeAttribute("data-answer-in-place");
  place.replaceChildren(...main.children);
  title.id = place.getAttribute("aria-labelledby");
  announce(place);
  focusOn(place.querySelector(".help--first .help__title") ?? title);
};

const tell = (form, message) => {
  let line = form.querySelector("[data-form-status]");
  if (!line) {
    /* The line is there before it speaks: a screen reader hears only changes. */
    line = document.createElement("p");
    line.className = "form__note";
    line.setAttribute("role", "status");
    line.dataset.formStatus = "";
    form.append(line);
  }
  line.textContent = message;
};

const send = async (form, place, button) => {
  const label = button.textContent;
  form.setAttribute("aria-busy", "true");
  button.textContent = BUSY;
  tell(form, "");
  let message = OFFLINE;
  try {
    const { response, page } = await ask(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    const fresh = page.querySelector("[data-answer-form]");
    if (response.redirected && !response.ok) return location.assign(response.url);
    if (response.redirected || response.status === 410) return show(place, page, response.url);
    if (fresh) {
      form.closest("[data-answer-form]").replaceWith(fit(place, fresh));
      settle(fresh);
      return fresh.querySelector(".form__errors")?.focus();
    }
    message = BROKEN;
  } catch { /* no answer came: the message says so */ }
  form.removeAttribute("aria-busy");
  button.textContent = label;
  tell(form, message);
};

const openReply = async (link) => {
  const article = link.closest("article");
  const suffix = `-${article.id}`;
  let place = article.parentElement.querySelector(`:scope > [data-suffix="${suffix}"]`);
  if (!place) {
    const { page } = await ask(link.href);
    const fresh = page.querySelector("[data-answer-form]");
    place = document.createElement("section");
    place.className = "comments__reply";
    place.dataset.answerInPlace = "";
    place.dataset.suffix = suffix;
    place.setAttribute("aria-labelledby", `antwoorden${suffix}`);
    const heading = document.createElement("h3");
    heading.className = "comments__reply-title";
    heading.id = `antwoorden${suffix}`;
    heading.textContent = page.querySelector("h1").textContent;
    place.append(heading, page.querySelector(".comments__hint") ?? "", fit(place, fresh));
    article.after(place);
    settle(fresh);
  }
  place.hidden = false;
  focusOn(place.querySelector("h3"));
};

const showMore = async (link) => {
  const { response, page } = await ask(link.href);
  const list = document.querySelector("[data-conversations]");
  const found = [...page.querySelectorAll("[data-conversations] > li")];
  if (!found.length) throw new Error("No conversations came.");
  /* What came in meanwhile may have pushed some along that stand here already. */
  const items = found.filter((item) => !document.getElementById(item.querySelector("article").id));
  list.append(...items);
  const next = page.querySelector(".pagination [rel=next]");
  if (next) link.href = new URL(next.getAttribute("href"), response.url);
  else link.parentElement.remove();
  if (items.length) focusOn(items[0].querySelector("article"));
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  const place = form.closest("[data-answer-in-place]");
  if (!place) return;
  event.preventDefault();
  if (!form.hasAttribute("aria-busy")) send(form, place, event.submitter ?? form.querySelector("[type=submit]"));
});
document.addEventListener("click", async (event) => {
  const cancel = event.target.closest("[data-cancel]");
  if (cancel) {
    const place = cancel.closest("[data-suffix]");
    place.hidden = true;
    place.parentElement.querySelector("[data-reply]").focus();
  }
  const link = event.target.closest("a[data-reply], a[data-more]");
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (link.hasAttribute("aria-busy")) return;
  link.setAttribute("aria-busy", "true");
  try {
    await (link.matches("[data-reply]") ? openReply : showMore)(link);
  } catch {
    location.assign(link.href);
  }
  link.removeAttribute("aria-busy");
});
