using System.Diagnostics;
using AngleSharp;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Text;

namespace PressIngest.Reading;

/// <summary>Makes the nodes that AngleSharp's parser asks for. Some elements it wants to know by their type.</summary>
internal sealed class MarkupFactory : IDomConstructionElementFactory<MarkupDocument, MarkupElement>
{
    public MarkupDocument CreateDocument(TextSource source, IBrowsingContext? context = null) => new(source);

    public MarkupElement Create(
        MarkupDocument document, StringOrMemory localName, StringOrMemory prefix = default, NodeFlags flags = NodeFlags.None) =>
        ElementKind.OfHtml(localName) is var kind && kind.Name == "table" ? document.Opened(new Table(kind)) : new MarkupElement(kind);

    public MarkupElement CreateUnknown(MarkupDocument document, StringOrMemory tagName) => new(ElementKind.OfHtml(tagName));

    public MarkupElement CreateNoScript(MarkupDocument document, bool scripting) => new(ElementKind.OfHtml("noscript".AsMemory()));

    public IConstructableMetaElement CreateMeta(MarkupDocument document) => new Meta();

    public IConstructableScriptElement CreateScript(MarkupDocument document, bool parserInserted, bool started) => new Script();

    public IConstructableFrameElement CreateFrame(MarkupDocument document) => new Frame();

    /// <summary>Not asked for: <see cref="PageParser"/> lets no template through.</summary>
    public IConstructableTemplateElement CreateTemplate(MarkupDocument document) => throw new UnreachableException();

    public IConstructableFormElement CreateForm(MarkupDocument document) => new Form();

    public IConstructableMathElement CreateMath(MarkupDocument document, StringOrMemory name = default) => new Formula(name);

    public IConstructableSvgElement CreateSvg(MarkupDocument document, StringOrMemory name = default) => new Drawing(name);

    public IConstructableNode CreateDocumentType(
        MarkupDocument document, StringOrMemory name, StringOrMemory publicIdentifier, StringOrMemory systemIdentifier) => new MarkupMark("#doctype");

    internal sealed class Table(ElementKind kind) : MarkupElement(kind)
    {
        public bool IsClosed { get; private set; }

        public override void SetupElement() => IsClosed = true;
    }

    private sealed class Meta() : MarkupElement(ElementKind.OfHtml("meta".AsMemory())), IConstructableMetaElement
    {
        public void Handle()
        {
        }
    }

    private sealed class Script() : MarkupElement(ElementKind.OfHtml("script".AsMemory())), IConstructableScriptElement
    {
        public bool Prepare(IConstructableDocument document) => false;

        public Task RunAsync(CancellationToken cancel) => Task.CompletedTask;
    }

    private sealed class Frame() : MarkupElement(ElementKind.OfHtml("frame".AsMemory())), IConstructableFrameElement;

    private sealed class Form() : MarkupElement(ElementKind.OfHtml("form".AsMemory())), IConstructableFormElement;

    private sealed class Drawing(StringOrMemory name) : MarkupElement(ElementKind.OfSvg(name)), IConstructableSvgElement
    {
        public override StringOrMemory NamespaceUri => NamespaceNames.SvgUri;
    }

    private sealed class Formula(StringOrMemory name) : MarkupElement(ElementKind.OfMath(name)), IConstructableMathElement
    {
        public override StringOrMemory NamespaceUri => NamespaceNames.MathMlUri;
    }
}
