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

  const filled = (feature, type, fill) => L.geoJSON(feature, {
    interactive: false,
    style: { className: type, fillColor: fill, fillOpacity: 1, weight: 1, stroke: type !== 'hatch' },
  }).addTo(ground);

  // Where names would lie over each other, those that come first stay.
  const thinOut = () => {
    const kept = [];
    for (const box of live.querySelectorAll('.leaflet-tooltip')) {
      box.style.visibility = '';
      const at = box.getBoundingClientRect();
      const free = kept.every(other => at.right < other.left || at.left > other.right || at.bottom < other.top || at.top > other.bottom);
      if (free) kept.push(at); else box.style.visibility = 'hidden';
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
      L.circleMarker(at, { className: 'crossing', radius: 7, weight: 2, fillOpacity: 1, interactive: false }).addTo(names);
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
    L.control.scale({ imperial: false }).addTo(map);
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
