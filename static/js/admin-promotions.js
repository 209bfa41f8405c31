// In the admin, recommended results of the search: its list of forms, and choosing from what readers searched for.
/* global QUERY_CHOOSER_MODAL_ONLOAD_HANDLERS */
{
  const { field, chooser, formset, emptyForm } = document.currentScript.dataset;

  document.addEventListener("DOMContentLoaded", () => {
    new window.InlinePanel({ formsetPrefix: formset, emptyChildFormPrefix: emptyForm, canOrder: true });
    const input = document.getElementById(field);
    document.getElementById(`${field}-chooser`).addEventListener("click", () => {
      window.ModalWorkflow({
        url: chooser,
        onload: QUERY_CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: {
          queryChosen: ({ querystring }) => {
            input.value = querystring;
          },
        },
      });
    });
  });
}
