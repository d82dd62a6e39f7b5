using AngleSharp.Common;
using AngleSharp.Html.Construction;

namespace PressIngest.Reading;

/// <summary>A name and a value, as slices of the markup.</summary>
internal record struct MarkupAttribute(StringOrMemory Name, StringOrMemory Value) : IConstructableAttr;
