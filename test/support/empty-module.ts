/** Stands for style sheets, fonts and pictures in tests of the screens. */
export default {};
