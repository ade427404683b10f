// In the place of the package "server-only" while the doctor loads an app: it throws outside of a bundler.
export {};
