/** Two short notes, made here so that nothing has to be loaded; only after the visitor has asked for it. */
export function chime(): void {
  const context = new AudioContext();
  [660, 880].forEach((pitch, at) => {
    const note = context.createOscillator();
    const volume = context.createGain();
    const begin = context.currentTime + at * 0.12;
    note.frequency.value = pitch;
    volume.gain.setValueAtTime(0.12, begin);
    volume.gain.exponentialRampToValueAtTime(0.001, begin + 0.25);
    note.connect(volume).connect(context.destination);
    note.start(begin);
    note.stop(begin + 0.25);
    if (at === 1) note.onended = () => void context.close();
  });
}
