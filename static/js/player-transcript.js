/* The transcript: search with marks, walk along with the sound, and a click on a line goes there. */
const transcript = document.querySelector("[data-transcript]");
if (transcript) {
  const audio = document.querySelector("[data-player-audio]");
  const text = transcript.querySelector("[data-transcript-text]");
  const search = transcript.querySelector("[data-transcript-search]");
  const follow = transcript.querySelector("[data-transcript-follow]");
  const found = transcript.querySelector("[data-transcript-found]");
  const cues = [...transcript.querySelectorAll("[data-transcript-cue]")];
  const timed = audio ? cues.filter((cue) => cue.dataset.transcriptCue) : [];
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const bring = (element) => {
    const [box, line] = [text.getBoundingClientRect(), element.getBoundingClientRect()];
    if (line.top > box.top + 24 && line.bottom < box.bottom - 48) return;
    text.scrollTo({ top: text.scrollTop + line.top - box.top - box.height / 3, behavior: calm.matches ? "auto" : "smooth" });
  };
  transcript.querySelector("[data-transcript-tools]").hidden = false;
  text.classList.add("transcript__text--live");

  let current = null;
  const walk = () => {
    const heard = timed.findLast((cue) => Number(cue.dataset.transcriptCue) <= audio.currentTime + 0.05);
    if (heard === current) return;
    current?.removeAttribute("aria-current");
    heard?.setAttribute("aria-current", "true");
    current = heard;
    if (heard && transcript.open && follow?.checked && !audio.paused) bring(heard);
  };
  if (timed.length) {
    for (const event of ["timeupdate", "seeked"]) audio.addEventListener(event, walk);
    follow.addEventListener("change", () => { if (follow.checked && current) bring(current); });
    text.addEventListener("click", (event) => {
      const cue = event.target.closest("[data-transcript-cue]");
      /* Who selects words to copy them goes nowhere. */
      if (!cue?.dataset.transcriptCue || !getSelection().isCollapsed) return;
      audio.currentTime = Number(cue.dataset.transcriptCue);
      audio.play().catch(() => {});
    });
  }

  const plain = (words) => words.toLocaleLowerCase("nl");
  let marks = [];
  let at = -1;
  const markIn = (cue, wanted) => {
    const words = cue.textContent;
    const low = plain(words);
    const parts = [];
    let from = 0;
    for (let spot = low.indexOf(wanted); spot >= 0; spot = low.indexOf(wanted, from)) {
      const mark = document.createElement("mark");
      mark.textContent = words.slice(spot, spot + wanted.length);
      parts.push(words.slice(from, spot), mark);
      marks.push(mark);
      from = spot + wanted.length;
    }
    cue.replaceChildren(...parts, words.slice(from));
  };
  const tell = () => {
    if (!search.value.trim()) found.textContent = "";
    else if (!marks.length) found.textContent = "Niet gevonden.";
    else found.textContent = at < 0 ? `${marks.length} keer gevonden` : `${at + 1} van ${marks.length}`;
  };
  const look = () => {
    const wanted = plain(search.value.trim());
    marks = [];
    at = -1;
    for (const cue of cues) {
      if (wanted.length > 1) markIn(cue, wanted);
      else cue.replaceChildren(cue.textContent);
    }
    if (marks.length) bring(marks[0]);
    tell();
  };
  search.addEventListener("input", look);
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !marks.length) return;
    event.preventDefault();
    marks[at]?.removeAttribute("data-here");
    at = (at + (event.shiftKey ? -1 : 1) + marks.length) % marks.length;
    marks[at].dataset.here = "";
    bring(marks[at]);
    tell();
  });
}
