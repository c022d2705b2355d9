// SPDX-License-Identifier: Apache-2.0
// Makes the drawn map one that can be moved, and steps through the days on which something changed. The page works the
// same without this: the drawing, its table and a link for each of those days are there from the start, and stay for print.
(() => {
  const page = document.querySelector('.map-page');
  const live = document.getElementById('map-live');
  const slider = document.getElementById('map-slider');
  if (!page || !live || !slider || !window.L) return;

  const parts = ['map-head', 'map-drawn', 'map-legend', 'map-tables', 'map-changes'];
  const days = [...document.querySelectorAll('#map-changes [data-day]')].map(line => line.dataset.day);
  const form = page.querySelector('form.asked');
  let map, ground, names, shown = 0;

  // Text only: names come from people, and are never taken as markup.
  const label = (type, name, notes, offset = [0, 0]) => {
    const box = document.createElement('div');
    box.dir = 'auto';
    const title = document.createElement('b');
    title.textContent = name;
    box.append(title);
    for (const note of notes) {
      const line = document.createElement('span');
      line.textContent = note;
      box.append(line);
    }
    return L.tooltip({ permanent: true, direction: 'center', className: type, offset, opacity: 1, interactive: false }).setContent(box);
  };

  // Leaflet's scale, with its units in the page's language.
  const Scale = L.Control.Scale.extend({
    _updateScale(scale, text, ratio) {
      const [number, unit] = text.split(' ');
      L.Control.Scale.prototype._updateScale.call(this, scale, number, ratio);
      scale.textContent = `${number} ${unit === 'km' ? live.dataset.kilometres : live.dataset.metres}`;
    },
  });

  const filled = (feature, type, fill) => L.geoJSON(feature, {
    interactive: false,
    style: { className: type, fillColor: fill, fillOpacity: 1, weight: 1, stroke: type !== 'hatch' },
  }).addTo(ground);

  // A name that would lie over another one, or over a crossing point, moves aside, but no farther than it is clear what
  // it names. Where it finds no room, it is left out until the map is closer.
  const apart = (one, other) => one.right < other.left || one.left > other.right || one.bottom < other.top || one.top > other.bottom;
  const aside = box => {
    if (!box.classList.contains('crossing-name')) return [[0, 0], [0, -16], [0, 16]];
    const beside = box.offsetWidth / 2 + 12;
    return [[0, 0], [0, -32], [beside, -16], [-beside, -16]];
  };
  const thinOut = () => {
    const frame = live.getBoundingClientRect();
    const taken = [...live.querySelectorAll('.crossing-mark')].map(mark => mark.getBoundingClientRect());
    for (const box of live.querySelectorAll('.leaflet-tooltip')) {
      const place = (x, y) => {
        box.style.marginLeft = `${x}px`;
        box.style.marginTop = `${y}px`;
        return box.getBoundingClientRect();
      };
      const room = aside(box).some(([x, y]) => {
        let at = place(x, y);
        const out = Math.max(0, frame.left + 2 - at.left) - Math.max(0, at.right - frame.right + 2);
        if (out !== 0 && Math.abs(out) < box.offsetWidth / 2) at = place(x + out, y);
        if (!taken.every(other => apart(at, other))) return false;
        taken.push(at);
        return true;
      });
      box.style.visibility = room ? '' : 'hidden';
    }
  };

  const nameOf = feature => {
    const of = feature.properties;
    label('map-name', of.name, of.notes.split('\n').filter(Boolean))
      .setLatLng([Number(of.latitude), Number(of.longitude)]).addTo(names);
  };

  const draw = features => {
    ground.clearLayers();
    names.clearLayers();
    for (const feature of features) {
      const of = feature.properties;
      if (!feature.geometry) continue;
      filled(feature, of.class, null);
      if (of.class.includes('zone-parts')) filled(feature, 'hatch', 'url(#ground-parts)');
      for (const hatch of of.hatches.split(' ').filter(Boolean)) filled(feature, 'hatch', `url(#${hatch})`);
    }
    const told = feature => feature.properties.notes !== '' || feature.properties.hatches !== '';
    features.filter(told).forEach(nameOf);
    for (const crossing of document.querySelectorAll('#map-tables .crossing-row')) {
      if (!crossing.dataset.latitude) continue;
      const at = [Number(crossing.dataset.latitude), Number(crossing.dataset.longitude)];
      L.marker(at, { icon: L.divIcon({ className: 'crossing-mark', iconSize: [12, 12] }), keyboard: false, interactive: false }).addTo(names);
      label('crossing-name', crossing.dataset.name, [], [0, 16]).setLatLng(at).addTo(names);
    }
    features.filter(feature => !told(feature)).forEach(nameOf);
    thinOut();
  };

  const features = async query => {
    const answer = await fetch('/map/zones.geojson' + query, { headers: { Accept: 'application/geo+json' } });
    if (!answer.ok || answer.redirected) throw new Error(answer.status);
    return (await answer.json()).features;
  };

  const asked = () => {
    const query = new URLSearchParams(new FormData(form));
    if (!query.get('known')) query.delete('known');
    return '?' + query;
  };

  // The page of another day is the node's own; its parts take the places of these.
  const turnTo = async () => {
    const turn = ++shown;
    form.elements.day.value = days[slider.value];
    slider.setAttribute('aria-valuetext', lineOf(days[slider.value]));
    const query = asked();
    try {
      const [answer, found] = await Promise.all([fetch('/map' + query), features(query)]);
      if (!answer.ok || answer.redirected) throw new Error(answer.status);
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (turn !== shown) return;
      for (const part of parts) document.getElementById(part).replaceWith(fresh.getElementById(part));
      history.replaceState(null, '', '/map' + query);
      draw(found);
    } catch {
      if (turn === shown) location.assign('/map' + query);
    }
  };

  const lineOf = day => document.querySelector(`#map-changes [data-day="${day}"] a`)?.textContent ?? day;

  const begin = async () => {
    const found = await features(asked());
    if (!found.some(feature => feature.geometry)) return;
    live.hidden = false;
    page.classList.add('live');
    map = L.map(live, { attributionControl: false, zoomControl: false, zoomSnap: 0.25, minZoom: 4, maxZoom: 12 });
    L.control.zoom({ zoomInTitle: live.dataset.closer, zoomOutTitle: live.dataset.farther }).addTo(map);
    new Scale({ imperial: false }).addTo(map);
    ground = L.featureGroup().addTo(map);
    names = L.layerGroup().addTo(map);
    const told = found.filter(feature => feature.geometry && feature.properties.class !== 'ground');
    map.fitBounds(L.geoJSON(told.length ? told : found).getBounds(), { padding: [8, 8], animate: false });
    draw(found);
    map.on('zoomend moveend resize', thinOut);

    if (days.length < 2) return;
    const now = days.filter(day => day <= form.elements.day.value).length - 1;
    slider.max = days.length - 1;
    slider.value = Math.max(0, now);
    slider.setAttribute('aria-valuetext', lineOf(days[slider.value]));
    slider.closest('.map-slider').hidden = false;
    slider.addEventListener('input', turnTo);
    addEventListener('beforeprint', () => map.invalidateSize());
  };
  begin().catch(() => page.classList.remove('live'));
})();
