/* The player of a podcast episode, on pages that have one. Put together into one file when static files are
   collected. Without it the browser's own player stands there, with the chapters and the transcript to read. */
import "./player-controls.js";
import "./player-moments.js";
import "./player-chapters.js";
import "./player-transcript.js";
import "./player-session.js";
