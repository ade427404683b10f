// @ts-check
import { startWidget } from './widget.js';

startWidget();
