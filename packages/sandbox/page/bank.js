// @ts-check
import { startBankWindow } from './bankWindow.js';

void startBankWindow();
