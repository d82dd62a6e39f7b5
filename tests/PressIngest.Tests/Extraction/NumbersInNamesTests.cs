using PressIngest.Extraction;

namespace PressIngest.Tests.Extraction;

public sealed class NumbersInNamesTests
{
    [Theory]
    [InlineData("أطلقت الوزارة مبادرة «ألف كتاب» في المدارس.", 0)]
    [InlineData("أطلقت الوزارة مبادرة «ألف كتاب» لجمع ألف كتاب من الأهالي.", 1)]
    [InlineData("أطلقت البلدية حملة «مليون شجرة». وقالت إن حملة مليون شجرة تبدأ غدا بزراعة 300 شتلة.", 1)]
    [InlineData("أبرزها مبادرة الرئيس 100 مليون صحة. وأشاد الضيوف بتجربة 100 مليون صحة.", 0)]
    [InlineData("نطلق اليوم حملة 100 مليون وجبة، لتوزيع 100 مليون وجبة في 20 دولة.", 2)]
    public void The_number_of_a_name_is_no_figure_and_the_same_words_elsewhere_are(string text, int figures) =>
        Assert.Equal(figures, Extractor.Extract(null, text, TestLexicon.Shipped).Figures.Count);
}
