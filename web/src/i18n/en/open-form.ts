export default {
  submit: "Send",
  thanks: "Sent. Thank you!",
  again: "Fill in another",
  missing: "There is no such form",
  missingText: "The link may be incomplete, or the form was withdrawn. Ask who sent you the link.",
  state: {
    open: "Open",
    early: "The form is not open yet. Come back later.",
    closed: "The form is closed and takes nothing more.",
    full: "The form has taken as many as it can.",
  },
};
