/* What makes a working page a little better. Put together into one file when static files are collected. */
import "./toc.js";
import "./share.js";
import "./embed.js";
import "./forms.js";
import "./menu.js";
import "./slide-in.js";
import "./seen.js";
