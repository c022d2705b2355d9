// SPDX-License-Identifier: Apache-2.0
package org.clearway.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import org.clearway.access.Retention;
import org.clearway.access.Sensitivity;
import org.clearway.language.Problem;
import org.clearway.time.Micros;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The keys of a node, in a store of their own. A data key is on disk before anything is sealed under it; once
/// destroyed
/// its name is never used again. Safe for use by several threads.
final class Keys implements AutoCloseable {
    private static final byte[] MASTER = ascii("clearway master key");
    private static final String SECRET = "secret/";
    private final Store store;
    private final SingleConnectionDataSource source;
    private final JdbcClient rows;
    private final byte[] master;
    private final InstantSource clock;
    private final SecureRandom chance;
    private final Map<String, byte[]> open = new ConcurrentHashMap<>();
    private final PrivateKey signing;
    private final String verifying;
    private final byte[] pseudonyms;

    /// Keys that somebody waits for, by name. Guarded by itself.
    private final Map<String, CompletableFuture<Optional<byte[]>>> wanted = new LinkedHashMap<>();

    private volatile boolean closed;

    private Keys(
            Store store, SingleConnectionDataSource source, byte[] master, InstantSource clock, SecureRandom chance) {
        this.store = store;
        this.source = source;
        this.rows = JdbcClient.create(source);
        this.master = master;
        this.clock = clock;
        this.chance = chance;
        this.signing = privateKey(nodeKey("signing"));
        this.verifying = new String(nodeKey("verifying"), StandardCharsets.US_ASCII);
        this.pseudonyms = nodeKey("pseudonyms");
    }

    /// Makes the keys of a new node.
    static void create(Store store, String passphrase, Strength strength, SecureRandom chance) {
        store.migrate();
        SingleConnectionDataSource source = store.alone(0);
        try {
            var rows = JdbcClient.create(source);
            // What was begun and cut off is begun again.
            for (String table : List.of("lock_box", "node_key", "data_key"))
                rows.sql("delete from " + table).update();
            byte[] salt = random(chance, 16);
            byte[] master = random(chance, Crypto.KEY_BYTES);
            byte[] lock = Crypto.argon2id(utf8(passphrase), salt, strength.memoryKib(), strength.passes());
            rows.sql("insert into lock_box (id, salt, memory_kib, passes, wrapped) values (1, ?, ?, ?, ?)")
                    .params(salt, strength.memoryKib(), strength.passes(), wrap(lock, master, MASTER, chance))
                    .update();
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            storeNodeKey(rows, "signing", pair.getPrivate().getEncoded(), master, chance);
            String verifying =
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
            storeNodeKey(rows, "verifying", ascii(verifying), master, chance);
            storeNodeKey(rows, "pseudonyms", random(chance, Crypto.KEY_BYTES), master, chance);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            source.destroy();
        }
    }

    /// @param maxPages the largest size of the file, in pages of SQLite's; 0 for as large as the disk allows
    /// @throws Problem `journal.file-missing`, `journal.wrong-passphrase`, `journal.keys-incomplete`,
    ///     `journal.keys-damaged`
    static Keys open(Store store, String passphrase, InstantSource clock, SecureRandom chance, long maxPages) {
        if (!store.exists()) throw Problem.of("journal.file-missing", "file", store);
        store.migrate();
        SingleConnectionDataSource source = store.alone(maxPages);
        try {
            byte[] master = lockBox(JdbcClient.create(source)).open(passphrase);
            return new Keys(store, source, master, clock, chance);
        } catch (AEADBadTagException e) {
            source.destroy();
            throw new Problem("journal.wrong-passphrase", Map.of("folder", store.toString()), e);
        } catch (EmptyResultDataAccessException e) {
            source.destroy();
            throw new Problem("journal.keys-incomplete", Map.of("file", store.toString()), e);
        } catch (RuntimeException e) {
            source.destroy();
            throw e;
        }
    }

    /// The master key under a passphrase.
    record LockBox(byte[] salt, int memoryKib, int passes, byte[] wrapped) {
        /// @throws AEADBadTagException where that is not the passphrase
        byte[] open(String passphrase) throws AEADBadTagException {
            return Crypto.decrypt(Crypto.argon2id(utf8(passphrase), salt, memoryKib, passes), wrapped, MASTER);
        }
    }

    private static LockBox lockBox(JdbcClient rows) {
        return rows.sql("select salt, memory_kib, passes, wrapped from lock_box where id = 1")
                .query((row, n) -> new LockBox(
                        row.getBytes("salt"), row.getInt("memory_kib"), row.getInt("passes"), row.getBytes("wrapped")))
                .single();
    }

    synchronized LockBox lockBox() {
        return told(() -> lockBox(rows));
    }

    /// A key for one purpose, made of the master key.
    byte[] derived(String purpose) {
        return derived(master, purpose);
    }

    static byte[] derived(byte[] master, String purpose) {
        return Crypto.hmac(master, utf8("clearway " + purpose));
    }

    /// How much work the passphrase costs whoever guesses it.
    record Strength(int memoryKib, int passes) {
        /// 64 MiB and three passes: above the least of the OWASP Password Storage Cheat Sheet (19 MiB, two).
        static final Strength FIELD = new Strength(65_536, 3);

        /// For the folder of a scenario, whose passphrase lies beside its keys.
        static final Strength NOTHING_SECRET = new Strength(1_024, 1);
    }

    /// The name of the key for something that concerns no one in particular: one per month, class and retention.
    static String periodKey(Instant named, Sensitivity as, Retention until) {
        return "period/" + month(named) + "/" + as + "/" + until;
    }

    /// The name above all keys of a subject.
    static String subjectKeys(Subject subject) {
        return "subject/" + subject.pseudonym();
    }

    /// The name of the key for something that concerns `subject`: one per month and retention.
    static String subjectKey(Subject subject, Instant named, Retention until) {
        return subjectKeys(subject) + "/" + month(named) + "/" + until;
    }

    /// True where everything that the key of that name has sealed has been kept for its time: counted from the end of
    /// its month.
    static boolean timeIsOver(String name, Instant now) {
        String[] parts = name.split("/", -1);
        String month = parts[parts[0].equals("subject") ? 2 : 1];
        Instant end = YearMonth.parse(month)
                .plusMonths(1)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return Retention.valueOf(parts[parts.length - 1])
                .length()
                .filter(length -> !end.plus(length).isAfter(now))
                .isPresent();
    }

    private static YearMonth month(Instant named) {
        return YearMonth.from(named.atOffset(ZoneOffset.UTC));
    }

    /// The key of that name, made and on disk if it was not there; empty if it was destroyed. Whoever asks while others
    /// are being made has theirs made together with all who wait, and synced to disk once.
    Optional<byte[]> forSealing(String name) {
        byte[] known = closed ? null : open.get(name);
        if (known != null) return Optional.of(known);
        CompletableFuture<Optional<byte[]>> key;
        synchronized (wanted) {
            key = wanted.computeIfAbsent(name, any -> new CompletableFuture<>());
        }
        synchronized (this) {
            if (!key.isDone()) makeWanted();
        }
        try {
            return key.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException told) throw told;
            throw e;
        }
    }

    private void makeWanted() {
        Map<String, CompletableFuture<Optional<byte[]>>> now;
        synchronized (wanted) {
            now = new LinkedHashMap<>(wanted);
            wanted.clear();
        }
        try {
            Map<String, Optional<byte[]>> made = told(() -> made(now.keySet()));
            now.forEach((name, key) -> key.complete(made.getOrDefault(name, Optional.empty())));
        } catch (RuntimeException | Error failure) {
            now.values().forEach(key -> key.completeExceptionally(failure));
        }
    }

    /// Those that are not there and were not destroyed are made, all in one statement.
    private Map<String, Optional<byte[]>> made(Set<String> names) {
        var made = new HashMap<String, Optional<byte[]>>();
        var fresh = new LinkedHashMap<String, byte[]>();
        for (String name : names) {
            Optional<byte[]> known = Optional.ofNullable(open.get(name));
            Optional<Stored> stored = known.isPresent() ? Optional.empty() : stored(name);
            if (known.isPresent()) made.put(name, known);
            else if (stored.isPresent()) made.put(name, unwrapped(name, stored.get()));
            else if (!destroyed(name)) fresh.put(name, random(chance, Crypto.KEY_BYTES));
        }
        if (fresh.isEmpty()) return made;
        String all = String.join(", ", Collections.nCopies(fresh.size(), "(?, ?, ?)"));
        var insert = rows.sql("insert into data_key (name, created, wrapped) values " + all);
        for (Map.Entry<String, byte[]> one : fresh.entrySet()) {
            insert = insert.param(one.getKey())
                    .param(Micros.of(clock.instant()))
                    .param(wrap(master, one.getValue(), ascii(one.getKey()), chance));
        }
        insert.update();
        open.putAll(fresh);
        fresh.forEach((name, key) -> made.put(name, Optional.of(key)));
        return made;
    }

    /// The key of that name; empty if it was destroyed.
    /// @throws Problem `journal.key-missing` if it is not there and nobody destroyed it
    synchronized Optional<byte[]> forOpening(String name) {
        return told(() -> {
            byte[] known = open.get(name);
            if (known != null) return Optional.of(known);
            Optional<byte[]> key = stored(name).flatMap(stored -> unwrapped(name, stored));
            if (key.isEmpty() && !destroyed(name)) throw Problem.of("journal.key-missing", "key", name);
            return key;
        });
    }

    /// False where a sealed value can be read by nobody although no entry says so.
    boolean opensOrIsDestroyed(Sealed.Closed<?> closed) {
        try {
            Optional<byte[]> key = forOpening(closed.key());
            if (key.isPresent()) closed.decrypt(key.get());
            return true;
        } catch (Problem | AEADBadTagException e) {
            return false;
        }
    }

    /// Overwrites the key of that name on disk and forgets it, and every key below it (those whose names go on after a
    /// slash). Destroying one twice, or one that is not here, changes nothing more.
    synchronized void destroy(String name) {
        String below = name + "/";
        open.keySet().removeIf(known -> known.equals(name) || known.startsWith(below));
        told(() -> {
            rows.sql("update data_key set wrapped = null, destroyed = coalesce(destroyed, :now)"
                            + " where substr(name, 1, :length) = :below")
                    .param("now", Micros.of(clock.instant()))
                    .param("length", below.length())
                    .param("below", below)
                    .update();
            return rows.sql("insert into data_key (name, created, destroyed) values (:name, :now, :now)"
                            + " on conflict (name) do update set wrapped = null,"
                            + " destroyed = coalesce(data_key.destroyed, :now)")
                    .param("name", name)
                    .param("now", Micros.of(clock.instant()))
                    .update();
        });
    }

    /// Destroys those of `names` that are not destroyed yet, such as the keys that an old backup brought back.
    synchronized void destroyAgain(Collection<String> names) {
        var living = new LinkedHashSet<>(names);
        living.removeAll(destroyed());
        living.forEach(this::destroy);
    }

    /// The names of all keys that were destroyed.
    synchronized List<String> destroyed() {
        return told(() -> rows.sql("select name from data_key where destroyed is not null order by name")
                .query((row, n) -> row.getString("name"))
                .list());
    }

    /// How many keys were destroyed: what a copy of the keys does not know yet shows by that.
    synchronized long destroyedCount() {
        return told(() -> rows.sql("select count(*) from data_key where destroyed is not null")
                .query(Long.class)
                .single());
    }

    /// The names of all keys that can still open something.
    synchronized List<String> living() {
        return told(() -> rows.sql("select name from data_key where wrapped is not null order by name")
                .query((row, n) -> row.getString("name"))
                .list());
    }

    /// True where this key, or one above it, was destroyed.
    private boolean destroyed(String name) {
        var names = new ArrayList<String>();
        names.add(name);
        for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
            names.add(name.substring(0, slash));
        }
        return rows.sql("select count(*) from data_key where destroyed is not null and name in (:names)")
                        .param("names", names)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /// @throws Problem what a failure of the file means to a person; `journal.closing` once it is closed
    private <T> T told(Supplier<T> work) {
        if (closed) throw Problem.of("journal.closing");
        try {
            return work.get();
        } catch (DataAccessException e) {
            throw StoreFailure.meaning(e, store);
        }
    }

    /// The rows of the store of keys.
    JdbcClient rows() {
        return rows;
    }

    String pseudonym(String of) {
        return HexFormat.of().formatHex(Crypto.hmac(pseudonyms, utf8(of)), 0, 16);
    }

    String verifyingKey() {
        return verifying;
    }

    byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(signing);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A secret of another capability, kept like the node's own keys; empty where none of that name was kept.
    synchronized Optional<byte[]> secret(String name) {
        return told(() -> rows.sql("select wrapped from node_key where name = ?")
                .param(SECRET + name)
                .query((row, n) -> unwrap(row.getBytes("wrapped"), ascii(SECRET + name)))
                .optional());
    }

    /// Keeps it in the place of the one before, which is overwritten.
    synchronized void keepSecret(String name, byte[] secret) {
        told(() -> rows.sql("insert into node_key (name, wrapped) values (?, ?)"
                        + " on conflict (name) do update set wrapped = excluded.wrapped")
                .params(SECRET + name, wrap(master, secret, ascii(SECRET + name), chance))
                .update());
    }

    @Override
    public synchronized void close() {
        closed = true;
        source.destroy();
    }

    private record Stored(Optional<byte[]> wrapped) {}

    private Optional<Stored> stored(String name) {
        return rows.sql("select wrapped from data_key where name = ?")
                .param(name)
                .query((row, n) -> new Stored(Optional.ofNullable(row.getBytes("wrapped"))))
                .optional();
    }

    private Optional<byte[]> unwrapped(String name, Stored stored) {
        return stored.wrapped().map(wrapped -> {
            byte[] key = unwrap(wrapped, ascii(name));
            open.put(name, key);
            return key;
        });
    }

    private byte[] nodeKey(String name) {
        byte[] wrapped = rows.sql("select wrapped from node_key where name = ?")
                .param(name)
                .query((row, n) -> row.getBytes("wrapped"))
                .single();
        return unwrap(wrapped, ascii(name));
    }

    private byte[] unwrap(byte[] wrapped, byte[] bound) {
        try {
            return Crypto.decrypt(master, wrapped, bound);
        } catch (AEADBadTagException e) {
            throw new Problem("journal.keys-damaged", Map.of("key", new String(bound, StandardCharsets.UTF_8)), e);
        }
    }

    private static void storeNodeKey(JdbcClient rows, String name, byte[] key, byte[] master, SecureRandom chance) {
        rows.sql("insert into node_key (name, wrapped) values (?, ?)")
                .params(name, wrap(master, key, ascii(name), chance))
                .update();
    }

    private static byte[] wrap(byte[] by, byte[] key, byte[] bound, SecureRandom chance) {
        return Crypto.encrypt(by, random(chance, 12), key, bound);
    }

    private static PrivateKey privateKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random(SecureRandom chance, int bytes) {
        byte[] out = new byte[bytes];
        chance.nextBytes(out);
        return out;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
