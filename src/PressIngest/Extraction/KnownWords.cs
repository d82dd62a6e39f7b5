using System.Collections;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace PressIngest.Extraction;

/// <summary>Words with what is known of each, for lists that are asked about nearly every word of a text and seldom have it.</summary>
/// <remarks>
/// Length, first, middle and last letter tell nearly all other words apart by one bit of a table that stays in the processor's nearest cache;
/// only what is left is hashed and compared.
/// </remarks>
internal sealed class KnownWords<T>
{
    /// <summary>So many slots a word make a chance hit seldom.</summary>
    private const int SlotsPerWord = 16;

    private const int LeastSlots = 256;

    private readonly FrozenDictionary<string, T> _words;
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _spelled;
    private readonly ulong[] _slots;
    private readonly int _shift;

    public KnownWords(IEnumerable<KeyValuePair<string, T>> words)
    {
        _words = words.ToFrozenDictionary();
        _spelled = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        var slots = BitOperations.RoundUpToPowerOf2((uint)Math.Max(LeastSlots, SlotsPerWord * _words.Count));
        _slots = new ulong[slots / 64];
        _shift = 32 - BitOperations.Log2(slots);
        foreach (var word in _words.Keys) _slots[Slot(word) >> 6] |= 1UL << (int)Slot(word);
    }

    public IReadOnlyCollection<string> Keys => _words.Keys;

    public bool TryGetValue(string word, [MaybeNullWhen(false)] out T value)
    {
        if (MayHave(word)) return _words.TryGetValue(word, out value);
        value = default;
        return false;
    }

    public bool TryGetValue(ReadOnlySpan<char> word, [MaybeNullWhen(false)] out T value)
    {
        if (MayHave(word)) return _spelled.TryGetValue(word, out value);
        value = default;
        return false;
    }

    public T? GetValueOrDefault(string word) => MayHave(word) && _words.TryGetValue(word, out var value) ? value : default;

    public bool Contains(string word) => MayHave(word) && _words.ContainsKey(word);

    public bool Contains(ReadOnlySpan<char> word) => MayHave(word) && _spelled.ContainsKey(word);

    private bool MayHave(ReadOnlySpan<char> word) => Slot(word) is var slot && (_slots[slot >> 6] & (1UL << (int)slot)) != 0;

    private uint Slot(ReadOnlySpan<char> word)
    {
        if (word.Length == 0) return 0;
        var letters = ((uint)word[0] << 20) ^ ((uint)word[word.Length >> 1] << 10) ^ word[^1] ^ ((uint)word.Length << 7);
        return (letters * 0x9E3779B1U) >> _shift;
    }
}

/// <summary>A set of such words.</summary>
internal sealed class KnownWords(IEnumerable<string> words) : IEnumerable<string>
{
    private readonly KnownWords<bool> _words = new(words.Distinct().Select(x => KeyValuePair.Create(x, true)));

    public bool Contains(string word) => _words.Contains(word);

    public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);

    public IEnumerator<string> GetEnumerator() => _words.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
