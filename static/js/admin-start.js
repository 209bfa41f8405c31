// In the admin: opening a small form puts the cursor in it.
document.addEventListener(
  "toggle",
  (event) => {
    const details = event.target;
    if (details.open && details.matches("[data-focus-when-open]")) {
      details.querySelector("input[type=text]")?.select();
    }
  },
  true,
);
