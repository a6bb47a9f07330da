/// <reference types="vite/client" />

/** Where the data of pdf.js stands, with a slash at its end. */
declare const __PDF_DATA__: string;
