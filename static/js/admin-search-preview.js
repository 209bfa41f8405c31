// In the editor, tab Vindbaarheid: shows the search result and the card for sharing of what is typed.
// Looks twice a second while it can be seen: the slug and the choosers change without telling.

{
  const EVERY = 500;
  const UNITS = 2048;
  const TITLE_SIZE = 20;
  const DESCRIPTION_SIZE = 14;

  const value = (name) => document.getElementById(`id_${name}`)?.value.replace(/\s+/g, " ").trim() ?? "";

  function start(root) {
    const config = JSON.parse(document.getElementById("search-preview-config").textContent);
    const parts = Object.fromEntries(
      [...root.querySelectorAll("[data-preview]")].map((part) => [part.dataset.preview, part]),
    );
    let shown = "";

    function width(text, size) {
      let units = 0;
      for (const letter of text) units += config.widths[letter] ?? config.usual;
      return Math.round((units * size) / UNITS);
    }

    function cut(text, size, limit) {
      if (width(text, size) <= limit) return text;
      const words = text.split(" ");
      while (words.length > 1 && width(`${words.join(" ")}…`, size) > limit) words.pop();
      return `${words.join(" ").replace(/[,.;:–-]+$/, "")}…`;
    }

    function fill(template, values) {
      return template.replace(/\{[^{}]*\}/g, (name) => values[name] ?? "");
    }

    function say(part, words) {
      if (part && part.textContent !== words) part.textContent = words;
    }

    function measure(name, wide, limit, words) {
      const length = root.querySelector(`[data-preview-length="${name}"]`);
      length.dataset.state = wide > limit ? "long" : "";
      length.querySelector("meter").value = Math.min(wide, limit);
      say(parts[`${name}-size`], `${wide} van ${limit} pixels`);
      say(parts[`${name}-words`], words);
    }

    function chosenImage() {
      if (!value("social_image")) return "";
      const image = document.querySelector("#id_social_image-chooser [data-chooser-image], #id_social_image-chooser img");
      return image?.getAttribute("src") ?? "";
    }

    function picture(title) {
      const own = chosenImage();
      const isDrawn = !own && parts.drawn.getAttribute("src") && title === config.drawnTitle;
      if (own && parts.own.getAttribute("src") !== own && value("social_image") !== parts.own.dataset.image) {
        parts.own.src = own;
        parts.own.dataset.image = value("social_image");
      }
      parts.own.hidden = !own;
      parts.drawn.hidden = !isDrawn;
      if (parts.card) parts.card.hidden = Boolean(own || isDrawn) || (parts.card.matches("img") && !parts.card.getAttribute("src"));
      say(parts["card-title"], title || "Titel van de pagina");
    }

    function look() {
      if (!root.offsetParent) return;
      const typed = ["title", "seo_title", "search_description", "slug", "social_image", config.lead].map(value);
      const now = JSON.stringify(typed);
      if (now === shown) return;
      shown = now;
      const [pageTitle, seoTitle, ownWords, slug, , lead] = typed;
      const title = seoTitle || pageTitle || "Titel van de pagina";
      const practice = config.practice;
      const joined = config.titleTemplate.replace("{praktijk}", () => practice).replace("{titel}", () => title);
      const isAlone = title === practice || width(joined, TITLE_SIZE) > config.titleLimit;
      const full = isAlone ? title : joined;
      const words = { "{titel}": title, "{praktijk}": practice, "{inleiding}": lead };
      const description = ownWords || (lead && fill(config.descriptionTemplate, words)) || config.fallback;
      say(parts.title, cut(full, TITLE_SIZE, config.titleLimit));
      say(parts.description, cut(description, DESCRIPTION_SIZE, config.descriptionLimit));
      say(parts.address, [config.above, config.hasSlug ? slug : ""].filter(Boolean).join(" › "));
      say(parts["share-title"], title);
      say(parts["share-description"], description);
      measure("title", width(full, TITLE_SIZE), config.titleLimit, titleWords(full, isAlone && title !== practice));
      measure("description", width(description, DESCRIPTION_SIZE), config.descriptionLimit, descriptionWords(description, ownWords));
      picture(pageTitle);
    }

    function titleWords(full, isAlone) {
      if (width(full, TITLE_SIZE) > config.titleLimit) return "Te lang: het einde valt weg.";
      return isAlone ? "Past. Voor de naam van de praktijk is geen plaats meer." : "Past.";
    }

    function descriptionWords(description, own) {
      if (!description) return "Leeg: de zoekmachine kiest zelf een stukje tekst.";
      const wide = width(description, DESCRIPTION_SIZE);
      if (wide > config.descriptionLimit) return own ? "Te lang: het einde valt weg." : "De inleiding is te lang: het einde valt weg.";
      return own ? "Past." : "Past. Dit is de inleiding; een eigen omschrijving mag.";
    }

    document.addEventListener("input", look);
    setInterval(look, EVERY);
    look();
  }

  const begin = () => document.querySelectorAll("[data-search-preview]").forEach(start);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
}
