// In the admin: starts choosers, dates and lists of forms. Wagtail writes a script beside each; our policy lets
// no script stand in a page, so the same call stands in data (liefdesverdriet/admin_scripts.py).
const KNOWN = /^(?:init(?:Date|Time|DateTime)Chooser|create\w+Chooser|\w*Chooser|InlinePanel|MultipleChooserPanel)$/;

window.wagtail.app.register(
  "start",
  class extends window.StimulusModule.Controller {
    connect() {
      const { start, startWith } = this.element.dataset;
      // Once: what is dragged to another place is connected again.
      this.element.remove();
      if (!KNOWN.test(start)) throw new Error(`No widget starts by ${start}.`);
      const values = JSON.parse(startWith);
      if (/^[A-Z]/.test(start)) new window[start](...values);
      else window[start](...values);
    }
  },
);
