// Lets TypeScript accept `import '@flinks-kit/react/styles.css'` where no bundler declares what a stylesheet is.
export {};
