/** The name of the style sheet beside `transcript.html`. */
export const TRANSCRIPT_STYLE_FILE = 'transcript.css';

/** A part of the publication like the transcript itself, so that neither ever changes under its address. */
export const TRANSCRIPT_STYLE = `:root {
  color-scheme: light dark;
}

body {
  max-width: 38rem;
  margin: 0 auto;
  padding: clamp(1.5rem, 5vw, 4rem) 1.25rem;
  background: light-dark(#fcfbf8, #17181b);
  color: light-dark(#1f1d1a, #e4e1da);
  font: 1.0625rem / 1.6 Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif;
  overflow-wrap: anywhere;
}

h1 {
  font-size: 2rem;
  line-height: 1.15;
}

section {
  margin-top: 1.5rem;
}

p {
  margin: 0.4rem 0 0;
}

cite {
  font-style: normal;
  font-weight: 650;
}

time {
  font-variant-numeric: tabular-nums;
}

time,
.stage-direction {
  color: light-dark(#625d55, #a39d93);
}

a {
  color: light-dark(#0f5b57, #86cbbf);
}

section:target {
  background: light-dark(#fdf0c4, #3a331a);
  box-shadow: 0 0 0 0.75rem light-dark(#fdf0c4, #3a331a);
}

@media print {
  :root {
    color-scheme: light;
  }

  body {
    max-width: none;
    padding: 0;
  }
}
`;
