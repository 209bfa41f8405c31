/* What helps who writes. Only pages with something to fill in load it (templates/components/writing.html); put
   together into one file when static files are collected. */
import "./conversation.js";
import "./email-hint.js";
import "./counter.js";
import "./personal-details.js";
