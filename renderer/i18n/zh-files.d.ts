/** Files inside bodies. */
export declare const zhFiles: {
  inBody: string;
  inValue: string;
  whole: string;
  bytes: string;
  preview: string;
  save: string;
  replace: string;
  remove: string;
  placeholder: string;
  attach: string;
  attachTitle: string;
  attachInto: string;
  attachNew: string;
  attachAtCursor: string;
  attachNowhere: string;
  attaching: string;
  attached: string;
  notAttached: string;
  chooser: string;
  dropHere: string;
  facts: string;
  pages_one: string;
  pages_other: string;
  noPreview: string;
  damaged: string;
  saveButton: string;
};
