import './styles/layers.css';
import '@flinks-kit/react/styles.css';
import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';

const root = document.getElementById('root');
if (root === null)
  throw new Error('The page has no #root, so the app has nowhere to go: keep it in index.html.');

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
