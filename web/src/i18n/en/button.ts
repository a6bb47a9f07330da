export default {
  title: "Buttons",
  more: "More actions",
  bar: "Actions on this record",
  doIt: "OK",
  done: "Done: {{name}}",
  doneMany: "Done with {{n, noun(one: record; other: records)}}: {{name}}",
  doneSome:
    "Done with {{n, noun(one: record; other: records)}}: {{name}}; {{left}} did not fulfil the condition and stay as they were",
  noneFits: "None of the chosen records fulfils the condition of “{{name}}”; nothing was changed",
  open: "Open",
  changed: "Somebody has just changed this record. You see what is there now: have a look, then press again",
  askTitle: "{{name}}",
  toMany: "For the {{n, noun(one: chosen record; other: chosen records)}}.",
  call: "Call",
  copyNumber: "Copy the number",
  logIt: "Log this call",
};
